// Into the cell and back, as a map zooms: what goes leaves its place, what comes grows out of it.

import { isStill } from "./motion.js";

const GROW = 450; // milliseconds
const OTHER_WAYS = ["pointerdown", "keydown", "popstate"];
const NEAR = 1.5; // how much larger a text begins that comes in place of a cell

// Where the picture is on the page, for what comes in its place: however long that takes to come,
// unless the reader goes somewhere else meanwhile.
export function leavePlace(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  window.lvZoomFrom = { x: x + window.scrollX, y: y + window.scrollY, width, height };
  for (const way of OTHER_WAYS) window.addEventListener(way, forgetPlace, { capture: true, once: true });
}

function forgetPlace() {
  delete window.lvZoomFrom;
  for (const way of OTHER_WAYS) window.removeEventListener(way, forgetPlace, { capture: true });
}

// What was left last, once; nothing for who wants nothing to move.
function placeLeft() {
  const from = window.lvZoomFrom;
  forgetPlace();
  return isStill() ? null : from;
}

// The picture grows out of the place that was left for it, if one was.
export function growFromPlace(element) {
  const from = placeLeft();
  if (!from) return;
  const to = element.getBoundingClientRect();
  if (!to.width || !to.height || !from.width || !from.height) return;
  const [dx, dy] = [from.x - window.scrollX - to.x, from.y - window.scrollY - to.y];
  const start = `translate(${dx}px, ${dy}px) scale(${from.width / to.width}, ${from.height / to.height})`;
  element.animate(
    [
      { transformOrigin: "0 0", transform: start, opacity: 0.2 },
      { transformOrigin: "0 0", transform: "none", opacity: 1 },
    ],
    { duration: GROW, easing: "cubic-bezier(0.2, 0, 0.1, 1)" },
  );
}

// The way out: all of it comes into sight round the column in which the cell was.
export function shrinkRound(element, column) {
  if (!placeLeft()) return;
  const [box, middle] = [element.getBoundingClientRect(), column.getBoundingClientRect()];
  const transformOrigin = `${middle.x + middle.width / 2 - box.x}px 50%`;
  element.animate(
    [
      { transformOrigin, transform: `scale(${NEAR})`, opacity: 0 },
      { transformOrigin, transform: "none", opacity: 1 },
    ],
    { duration: GROW, easing: "cubic-bezier(0.2, 0, 0.1, 1)" },
  );
}
