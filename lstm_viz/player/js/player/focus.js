// Where the keys go when another film has come.

const FORGOTTEN = 5000; // milliseconds after which a click has nothing to do with what comes

export class Focus {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.pointedAt = -FORGOTTEN;
    this.ended = new AbortController();
    const pointed = () => {
      this.pointedAt = performance.now();
    };
    document.addEventListener("pointerdown", pointed, { capture: true, signal: this.ended.signal });
  }

  // Who typed a sentence or chose a network wants to step through it next.
  take() {
    const focused = document.activeElement;
    const typed = focused?.closest?.(".st-key-text");
    const chosen = focused?.getAttribute?.("role") === "combobox";
    if (typed || chosen) this.root.querySelector(".lv-next").focus({ preventScroll: true });
    // A choice that was clicked gives the keys back to the player; who chose by keyboard stays there.
    const clicked = performance.now() - this.pointedAt < FORGOTTEN;
    if (clicked && focused?.getAttribute?.("role") === "radio") focused.blur();
  }

  destroy() {
    this.ended.abort();
  }
}
