// How sure the reader is of an answer, said before it: fairly, unless they say otherwise.

import { isTyped } from "../shared/keys.js";

export const SURE = "sure";
const FAIRLY = "fairly";
const SURE_WORDS = { [SURE]: "sure", [FAIRLY]: "fairly", guess: "a guess" };
const SURE_SAID = { [SURE]: "You are sure.", [FAIRLY]: "You are fairly sure.", guess: "You guess." };
const SURE_KEYS = { s: SURE, g: "guess" }; // once more: fairly

export class Sureness {
  /**
   * @param {HTMLElement} box  where its buttons are
   * @param {(text: string) => void} say
   */
  constructor(box, say) {
    this.box = box;
    this.say = say;
    this.value = FAIRLY;
  }

  reset() {
    this.value = FAIRLY;
    this.paint();
  }

  choose(value) {
    this.value = value;
    this.paint();
    this.say(SURE_SAID[value]);
  }

  click(event) {
    const button = event.target.closest("[data-sure]");
    if (button) this.choose(button.dataset.sure);
  }

  /** True if the key was one of ours. */
  key(event) {
    const value = SURE_KEYS[event.key.toLowerCase()];
    if (!value || (isTyped(event) && event.target.type !== "range")) return false;
    this.choose(this.value === value ? FAIRLY : value);
    return true;
  }

  get spoken() {
    return "S: sure. G: a guess.";
  }

  html() {
    const buttons = Object.entries(SURE_WORDS).map(([value, words]) => {
      const key = Object.keys(SURE_KEYS).find((one) => SURE_KEYS[one] === value)?.toUpperCase();
      const shown = key ? ` aria-keyshortcuts="${key}"><kbd>${key}</kbd> ` : ">";
      return `<button type="button" data-sure="${value}"${shown}${words}</button>`;
    });
    return `<span class="lv-sure" role="group" aria-label="How sure are you?">${buttons.join("")}</span>`;
  }

  paint() {
    for (const button of this.box.querySelectorAll("[data-sure]")) {
      button.setAttribute("aria-pressed", String(button.dataset.sure === this.value));
    }
  }
}
