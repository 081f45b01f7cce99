// What is typed, on its way to Python: one text at a time, and then the newest; never a queue.

const PATIENCE = 5000; // milliseconds after which an answer is no longer waited for

export class Sending {
  constructor(send) {
    this.send = send;
    this.sent = 0;
    this.newest = null; // typed and not sent yet
    this.underWay = false;
    this.composing = false; // letters that are still being put together
  }

  get busy() {
    return this.underWay || this.newest !== null;
  }

  typed(what) {
    this.newest = what;
    this.flush();
  }

  compose(composing) {
    this.composing = composing;
    this.flush();
  }

  // Python has answered the text with this number, or an older one.
  answered(id) {
    if (id < this.sent && this.underWay) return;
    this.sent = Math.max(this.sent, id);
    this.underWay = false;
    clearTimeout(this.waiting);
    this.flush();
  }

  flush() {
    if (this.newest === null || this.underWay || this.composing) return;
    this.sent += 1;
    this.underWay = true;
    const { newest } = this;
    this.newest = null;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => {
      this.underWay = false;
      this.flush();
    }, PATIENCE);
    this.send({ ...newest, id: this.sent });
  }
}
