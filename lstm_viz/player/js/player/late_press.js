// A press in the player that also ends the typing in a field of the page.  What was typed brings
// another film, which opens at its beginning: what was pressed meanwhile is done again there.

const WAIT = 10_000; // milliseconds that a film may take to come
const STILL = 8; // pixels: who moves less between down and up has pressed, not dragged
const TYPED = "input:not([type=checkbox],[type=radio],[type=range]), textarea";

export class LatePress {
  /**
   * @param {HTMLElement} root
   * @param {AbortSignal} signal
   */
  constructor(root, signal) {
    this.root = root;
    this.forget();
    this.isTyping = false;
    /** @type {{button: any, x: number, y: number} | null} */
    this.down = null;
    const on = (type, act) => document.addEventListener(type, act, { capture: true, signal });
    on("input", ({ target }) => {
      if (!root.contains(target) && target.matches?.(TYPED)) this.isTyping = true;
    });
    on("focusout", () => this.typed());
    on("keydown", (event) => event.key === "Enter" && this.typed());
    on("pointerdown", (event) => this.pressed(event));
    on("pointerup", (event) => this.released(event));
  }

  // The field is told to Python.
  typed() {
    if (!this.isTyping) return;
    this.isTyping = false;
    this.since = performance.now();
    this.presses = [];
  }

  forget() {
    this.since = -WAIT;
    /** @type {(() => void)[]} */
    this.presses = [];
  }

  /** @param {() => void} act  what a press does: now, and once more on the film that is on its way */
  do(act) {
    act();
    if (performance.now() - this.since < WAIT) this.presses.push(act);
  }

  // The film is there, at its beginning.
  again() {
    const { presses } = this;
    this.forget();
    for (const act of presses) act();
  }

  pressed({ target, clientX: x, clientY: y }) {
    const isOurs = this.root.contains(target);
    if (!isOurs) this.forget(); // they have gone on to something else
    const button = isOurs && this.isTyping ? target.closest("button") : null;
    this.down = button && { button, x, y };
  }

  // The page may have moved under the pointer since it went down: no browser takes that for a click.
  released(event) {
    const { down } = this;
    this.down = null;
    if (!down || Math.hypot(event.clientX - down.x, event.clientY - down.y) > STILL) return;
    if (!event.composedPath().includes(down.button)) this.standsFor(down.button)?.click();
  }

  // The button itself, or the one that was made in its place.
  standsFor(button) {
    return button.isConnected ? button : this.root.querySelector(`button[data-n="${button.dataset.n}"]`);
  }
}
