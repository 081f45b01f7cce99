// The way on from a picture's end into what it is a part of: a button, a key, and one step past the end.

import { leavePlace } from "../shared/growing.js";
import { isPlain, isTyped } from "../shared/keys.js";

export class WayIn {
  /**
   * @param {HTMLElement} root
   * @param {{place: () => {getBoundingClientRect: () => DOMRect}, onGo: () => void}} tell
   *   place() is what of the picture they look at, onGo() when the reader wants to go in.
   */
  constructor(root, { place, onGo }) {
    this.button = root.querySelector(".lv-into");
    this.place = place;
    this.onGo = onGo;
    this.words = null;
    this.button.addEventListener("click", () => this.go());
  }

  /** @param {string | null} words  what the button says, if there is a way in */
  open(words) {
    this.words = words;
    this.gone = false;
    this.button.hidden = !words;
    this.button.querySelector(".lv-way-in").textContent = words ?? "";
  }

  // True if the key was ours.
  key(event) {
    if (!this.words || event.key.toLowerCase() !== "z" || event.repeat) return false;
    if (!isPlain(event) || isTyped(event)) return false;
    this.go();
    return true;
  }

  // Once: the page is on its way.
  go() {
    if (!this.words || this.gone) return;
    this.gone = true;
    leavePlace(this.place());
    this.onGo();
  }
}
