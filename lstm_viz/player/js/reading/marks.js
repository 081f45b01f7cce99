// Stretches of the text that the reader has marked.

import { pushedMarks } from "./changes.js";

export class Marks {
  /** @param {import("./reading.js").ReadingAlong} along */
  constructor(along) {
    this.along = along;
    /** @type {number[][]} [start, end) each */
    this.stretches = [];
    this.selected = null;
    this.markButton = along.root.querySelector(".lv-mark");
    this.clearButton = along.root.querySelector(".lv-unmark");
    this.markButton.addEventListener("click", () => this.change([...this.stretches, this.selected]));
    this.clearButton.addEventListener("click", () => this.change([]));
  }

  open(stretches) {
    this.stretches = stretches;
    this.along.field.mark(stretches);
    this.paint();
  }

  // They stay on their letters when the text is changed.
  push(before, after) {
    this.stretches = pushedMarks(this.stretches, before, after);
  }

  select(stretch) {
    this.selected = stretch;
    this.markButton.hidden = !stretch;
  }

  change(stretches) {
    this.stretches = stretches;
    this.select(null);
    this.along.paintText();
    this.paint();
    this.along.tell.marks({ marks: stretches });
  }

  paint() {
    this.clearButton.hidden = !this.stretches.length;
  }
}
