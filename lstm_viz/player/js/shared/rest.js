// Where the reader is, told to others once they rest there.

const REST = 350; // milliseconds without a step
const PASSES = 500; // milliseconds from one place on the way to the next that is noted: browsers limit how often

export class Rest {
  /**
   * @param {() => boolean} isBusy  whether the reader is on the way on
   * @param {() => void} tell
   * @param {() => void} pass  what is noted of a place on the way, where nobody rests
   */
  constructor(isBusy, tell, pass) {
    this.isBusy = isBusy;
    this.tell = tell;
    this.pass = pass;
    this.timer = 0;
    this.following = 0;
  }

  /** Whether something is still to be told. */
  get waiting() {
    return this.timer !== 0;
  }

  later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => (this.isBusy() ? this.later() : this.now()), REST);
    this.following ||= setTimeout(() => this.follow(), PASSES);
  }

  follow() {
    this.following = 0;
    if (this.waiting && this.isBusy()) this.pass();
  }

  now() {
    if (!this.waiting) return;
    this.forget();
    this.tell();
  }

  forget() {
    clearTimeout(this.timer);
    clearTimeout(this.following);
    this.timer = this.following = 0;
  }
}
