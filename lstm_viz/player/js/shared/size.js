// The size of what a picture is fitted to.

const COMES_TO_REST = 120; // milliseconds

/**
 * Act once a size has changed by more than its slack and has come to rest: not at the size that there is
 * already, for which the picture will be drawn anyhow.
 * @param {HTMLElement} root
 * @param {() => number[]} sizes
 * @param {number[]} slack  pixels, for each of the sizes
 * @param {() => void} act
 * @returns {() => void} stops it
 */
export function watchSize(root, sizes, slack, act) {
  let seen = sizes();
  let resting = 0;
  const watch = new ResizeObserver(() => {
    const now = sizes();
    const changed = now.some((size, n) => Math.abs(size - seen[n]) > slack[n]);
    seen = now;
    if (!changed) return;
    clearTimeout(resting);
    resting = setTimeout(act, COMES_TO_REST);
  });
  watch.observe(root);
  return () => {
    watch.disconnect();
    clearTimeout(resting);
  };
}
