// Asks Python for the next slice, again and again, for as long as the page is looked at.
// Train and Stop are two buttons in one place: the focus goes over from the one to the other.

const PAUSE = 40; // milliseconds between a slice that was shown and the next
const LEAVING = 1500; // milliseconds after a press on a way out of the page
const WAYS_OUT = "a[href], header, nav, [data-testid=stSidebar]";
const STARTS =
  ".st-key-train_start, .st-key-learns_start, .st-key-forecast_start, .st-key-race_start";
const STOPS =
  ".st-key-train_stop, .st-key-learns_stop, .st-key-forecast_stop, .st-key-race_stop";
const BUTTONS = `:is(${STARTS}, ${STOPS}) button`;

let pressed = -LEAVING;
for (const type of ["pointerdown", "keydown"]) {
  document.addEventListener(
    type,
    ({ target }) => {
      if (target.closest?.(WAYS_OUT)) pressed = performance.now();
    },
    true,
  );
}

let focused = null; // the one of the two buttons that the reader was at last, and at nothing since
for (const type of ["pointerdown", "focusin"]) {
  document.addEventListener(type, ({ target }) => (focused = target.closest?.(BUTTONS)), true);
}

const giveFocus = () => {
  if (!focused || focused.isConnected || document.activeElement !== document.body) return;
  document.querySelector(BUTTONS)?.focus({ preventScroll: true });
};

// A training that goes on is noted in this tab: what is left of the note when the page is loaded again, and
// nothing of the training, says that it was cut off.
const lost = new Set(); // found to be so since the page was loaded
const noted = (key) => {
  try {
    return sessionStorage.getItem(key) !== null;
  } catch {
    return false; // a browser that keeps nothing
  }
};
const note = (key, going) => {
  try {
    if (going) sessionStorage.setItem(key, "going");
    else sessionStorage.removeItem(key);
  } catch {
    // as above
  }
};

export default ({ data, parentElement, setTriggerValue }) => {
  const place = location.pathname;
  // A value that is told while the page changes would undo the change: wait until it would be over.
  const tick = () => {
    if (!parentElement.isConnected || location.pathname !== place) return;
    const quiet = performance.now() - pressed;
    if (quiet < LEAVING) setTimeout(tick, LEAVING - quiet + PAUSE);
    else setTriggerValue("tick", data.count);
  };
  const key = `lstm-viz-training-${data.name}`;
  if (data.going || data.begun) lost.delete(key);
  else if (noted(key)) lost.add(key);
  parentElement.querySelector(".lost").hidden = !lost.has(key);
  note(key, data.going);
  const heard = parentElement.querySelector("[role=status]");
  if (heard.textContent !== data.said) heard.textContent = data.said;
  giveFocus();
  const wait = data.later ? data.later * 1000 : data.going && PAUSE;
  const timer = wait ? setTimeout(tick, wait) : null;
  return () => clearTimeout(timer);
};
