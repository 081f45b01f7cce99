// What a click or a key does beside the text and its picture.

import { cellInAddress } from "../shared/history.js";
import { isPlain, isTyped } from "../shared/keys.js";

/**
 * @param {import("./reading.js").ReadingAlong} along
 * @param {AbortSignal} signal  ends it all
 */
export function listen(along, signal) {
  const { root, transport, picture } = along;
  const on = (selector, type, act) => root.querySelector(selector).addEventListener(type, act);
  on(".lv-prev", "click", () => transport.step(-1));
  on(".lv-next-step", "click", () => transport.step(1));
  on(".lv-play", "click", () => transport.toggle());
  on(".lv-scrub", "input", ({ target }) => transport.seek(Number(target.value)));
  on(".lv-out", "click", () => picture.zoom(-1));
  on(".lv-in", "click", () => picture.zoom(1));
  on(".lv-enter-cell", "click", () => along.enter(along.t));
  const pressed = (event) => {
    if (ownKey(along, event) || transport.key(event)) event.preventDefault();
  };
  window.addEventListener("keydown", pressed, { signal });
  const back = () => {
    const t = along.address.isOurs ? cellInAddress() : null;
    if (t !== null && along.reading?.length) along.enterCell(t);
  };
  window.addEventListener("popstate", back, { signal });
}

// Keys beside the player's; like those, never while something is typed or chosen.
function ownKey(along, event) {
  if (!along.reading || !isPlain(event) || isTyped(event)) return false;
  const onButton = event.composedPath()[0].closest?.("button,a,summary,[role=button]");
  if (event.key === "+" || event.key === "=") along.picture.zoom(1);
  else if (event.key === "-") along.picture.zoom(-1);
  else if (event.key === "Enter" && !onButton) along.enter(along.t);
  else return false;
  return true;
}
