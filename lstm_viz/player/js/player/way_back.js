// The way back from a cell to the text that it was entered from: a button, keys, and the browser's.

import { Address } from "../shared/address.js";
import { leavePlace } from "../shared/growing.js";
import { cameFromText, cellInAddress } from "../shared/history.js";
import { isPlain, isTyped } from "../shared/keys.js";

const WAYS_BACK = ["escape", "z"];

export class WayBack {
  // onBack() when the reader wants to go back to where they came from.
  constructor(root, frame, onBack) {
    this.button = root.querySelector(".lv-back");
    this.frame = frame;
    this.button.addEventListener("click", () => this.go());
    this.onBack = onBack;
    this.address = new Address();
    this.onHistory = () => this.words && this.address.isOurs && cellInAddress() === null && this.leave();
    window.addEventListener("popstate", this.onHistory);
  }

  // words: what the button says, if there is a way back.
  open(words) {
    this.words = words;
    this.address.open(null); // back to another page is no way back to the text
    this.button.hidden = !words;
    this.button.querySelector(".lv-way").textContent = words ?? "";
  }

  // True if the key was ours.
  key(event) {
    if (!this.words || !WAYS_BACK.includes(event.key.toLowerCase()) || event.repeat) return false;
    if (!isPlain(event) || isTyped(event)) return false;
    this.go();
    return true;
  }

  // Who came from the text leaves no second one behind for the browser's way back.
  go() {
    if (cameFromText()) history.back();
    else this.leave();
  }

  leave() {
    leavePlace(this.frame);
    this.onBack();
  }

  destroy() {
    window.removeEventListener("popstate", this.onHistory);
  }
}
