// What a reader does, told one thing after the other: of two that are told before a run begins, Streamlit hears the
// last.

const RUNS_WITHIN = 2000; // milliseconds that a run is waited for: one that changes nothing here is not heard of

export class InTurn {
  constructor() {
    /** @type {(() => void)[]} */
    this.waiting = [];
    this.timer = 0; // while a run is waited for
  }

  /** @param {() => void} tell */
  say(tell) {
    this.waiting.push(tell);
    if (!this.timer) this.next();
  }

  next() {
    clearTimeout(this.timer);
    const tell = this.waiting.shift();
    this.timer = tell ? setTimeout(() => this.next(), RUNS_WITHIN) : 0;
    tell?.();
  }

  /** The page ran. */
  ran() {
    if (this.timer) this.next();
  }
}
