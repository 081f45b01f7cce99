// Movements: whether the reader wants things to move, and how a thing moves.

export const isStill = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

const eased = (share) => (share < 0.5 ? 4 * share ** 3 : 1 - (2 - 2 * share) ** 3 / 2); // cubic-in-out

/** One movement at a time: the next one begins where the last one is. */
export class Movement {
  frame = 0;

  get isOn() {
    return this.frame !== 0;
  }

  /**
   * @param {number} duration  milliseconds; 0 is a jump
   * @param {(share: number) => void} paint  called with how much of the way is done, at once and until it is 1
   */
  start(duration, paint) {
    this.stop();
    const started = performance.now();
    const tick = (now) => {
      const share = duration ? Math.min(1, Math.max(0, (now - started) / duration)) : 1;
      this.frame = share < 1 ? requestAnimationFrame(tick) : 0;
      paint(eased(share));
    };
    tick(started);
  }

  stop() {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
  }
}
