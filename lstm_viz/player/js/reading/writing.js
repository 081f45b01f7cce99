// The network writes on: one character at a time at the end of the text, until it is kept or not.

import { Continuation } from "./record.js";

const CHARACTERS_A_SECOND = 30;

export class Writing {
  // along: the ReadingAlong it is part of; pace() -> speed
  constructor(along, pace) {
    this.along = along;
    this.pace = pace;
    this.id = null;
    this.due = this.at = 0;
    this.close();
    this.buttons = Object.fromEntries(["stop", "keep", "discard"].map((name) => [name, along.root.querySelector(`.lv-${name}`)]));
    this.buttons.stop.addEventListener("click", () => this.stop());
    this.buttons.keep.addEventListener("click", () => this.keep());
    this.buttons.discard.addEventListener("click", () => this.discard());
  }

  get on() {
    return this.most > 0;
  }

  // Something new to write; one that was played or thrown away is not played again.
  open(writing) {
    if (!writing || writing.id === this.id) return false;
    this.close();
    Object.assign(this, { id: writing.id, most: writing.characters.length, due: 0, at: performance.now() });
    this.renew(writing);
    this.along.transport.stop();
    this.along.field.area.readOnly = true;
    if (this.on) this.tick();
    return true;
  }

  // The same characters, with the signals of other units.
  renew(writing) {
    this.written = new Continuation(writing, this.along.known);
  }

  // As many characters as are due by the clock: a busy browser shows several at once.
  tick() {
    const now = performance.now();
    const speed = CHARACTERS_A_SECOND * this.pace();
    this.due += ((now - this.at) / 1000) * speed;
    this.at = now;
    this.shown = Math.min(this.most, Math.max(1, Math.floor(this.due)));
    const more = this.shown < this.most;
    this.timer = more ? setTimeout(() => this.tick(), Math.max(16, 1000 / speed)) : null;
    this.show();
    if (!more) this.rest();
  }

  show() {
    this.paint(); // first: on a phone the buttons take a line from the text
    this.along.wrote(this.reading);
  }

  // The text with what is shown of the writing at its end.
  get reading() {
    return this.written.upTo(this.shown);
  }

  // All of it is there: who listens hears it, and the letter that is framed is the player's.
  rest() {
    const { along, reading } = this;
    along.say(".lv-live", `The network wrote: ${reading.characters.slice(reading.known).join("")}`);
    along.field.show(along.t);
  }

  paint() {
    this.along.root.classList.toggle("lv-writes", Boolean(this.timer));
    this.buttons.stop.hidden = !this.timer;
    this.buttons.keep.hidden = this.buttons.discard.hidden = !this.on;
  }

  stop() {
    clearTimeout(this.timer);
    this.timer = null;
    this.most = this.shown;
    this.paint();
    this.rest();
    this.along.tell.action("stopped");
  }

  keep() {
    const { along } = this;
    const characters = along.limit.fitting(this.reading.characters);
    this.close();
    this.paint();
    along.field.area.readOnly = false;
    along.field.keep(characters);
    along.sending.typed({ text: characters.join(""), t: Math.min(along.t, characters.length - 1) });
  }

  discard() {
    this.end();
    this.along.tell.action("discarded");
  }

  end() {
    this.close();
    this.paint();
    this.along.field.area.readOnly = false;
    this.along.unwrite();
  }

  close() {
    clearTimeout(this.timer);
    Object.assign(this, { most: 0, written: null, shown: 0, timer: null });
  }
}
