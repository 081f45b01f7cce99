// Asks Python for the next slice, again and again, for as long as the page is looked at.

const PAUSE = 40; // milliseconds between a slice that was shown and the next
const LEAVING = 1500; // milliseconds after a press on a way out of the page
const WAYS_OUT = "a[href], header, nav, [data-testid=stSidebar]";

let pressed = -LEAVING;
for (const type of ["pointerdown", "keydown"]) {
  document.addEventListener(
    type,
    ({ target }) => target.closest?.(WAYS_OUT) && (pressed = performance.now()),
    true,
  );
}

export default ({ data, parentElement, setTriggerValue }) => {
  const place = location.pathname;
  // A value that is told while the page changes would undo the change: wait until it would be over.
  const tick = () => {
    if (!parentElement.isConnected || location.pathname !== place) return;
    const quiet = performance.now() - pressed;
    if (quiet < LEAVING) setTimeout(tick, LEAVING - quiet + PAUSE);
    else setTriggerValue("tick", data.count);
  };
  const heard = parentElement.querySelector("[role=status]");
  if (heard.textContent !== data.said) heard.textContent = data.said;
  const timer = data.going ? setTimeout(tick, PAUSE) : null;
  return () => clearTimeout(timer);
};
