// Where the reader is, told to others once they rest there.

const REST = 350; // milliseconds without a step

export class Rest {
  /**
   * @param {() => boolean} isBusy  whether the reader is on the way on
   * @param {() => void} tell
   */
  constructor(isBusy, tell) {
    this.isBusy = isBusy;
    this.tell = tell;
    this.timer = 0;
  }

  /** Whether something is still to be told. */
  get waiting() {
    return this.timer !== 0;
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.isBusy() ? this.later() : this.now()), REST);
  }

  now() {
    if (!this.waiting) return;
    this.forget();
    this.tell();
  }

  forget() {
    clearTimeout(this.timer);
    this.timer = 0;
  }
}
