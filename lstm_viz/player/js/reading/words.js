// The current character in the words round the picture, and the bar.

import { Next } from "./next.js";
import { cameHtml, givenHtml, readoutHtml, twinHtml } from "./told.js";
import { paintScrub } from "../shared/bar.js";
import { disable } from "../shared/disabled.js";

const KEEP_FIRST = "The network wrote this character: press Keep first, then its cell can be entered.";

export class ReadingWords {
  /** @param {import("./reading.js").ReadingAlong} along */
  constructor(along) {
    this.along = along;
    this.next = new Next(along.root);
    this.twin = along.root.querySelector(".lv-twin");
    this.twin.addEventListener("toggle", () => this.paintTwin());
  }

  /** The character on screen, as far as it was read; −1 in an empty text. */
  get place() {
    return Math.min(this.along.t, this.along.reading.length - 1);
  }

  paint() {
    const { along, place } = this;
    const { root, reading, length, t } = along;
    paintScrub(root.querySelector(".lv-scrub"), t, length - 1, `character ${t + 1} of ${length}`);
    disable(root.querySelector(".lv-prev"), t === 0);
    disable(root.querySelector(".lv-next-step"), t >= length - 1);
    const enter = root.querySelector(".lv-enter-cell");
    enter.disabled = !reading.length || along.isUnkept(place);
    enter.title = along.isUnkept(place) ? KEEP_FIRST : "";
    root.querySelector(".lv-readout").innerHTML = readoutHtml(reading, place);
    along.marks.paint();
    root.dataset.position = String(t);
    const next = place + 1;
    const came = next < reading.length ? reading.readAs(next) : null;
    this.next.show(reading.drawnFrom(next), came, cameHtml(reading, place), givenHtml(reading, place), reading.temperatureAt(next));
    this.paintTwin();
  }

  paintTwin() {
    if (this.twin.open) this.twin.querySelector(".lv-twin-body").innerHTML = twinHtml(this.along.reading, this.place);
  }

  paintZoom() {
    const { root, picture } = this.along;
    disable(root.querySelector(".lv-in"), !picture.columns.canZoom(1));
    disable(root.querySelector(".lv-out"), !picture.columns.canZoom(-1));
  }

  sayKeepFirst() {
    this.along.say(".lv-live", KEEP_FIRST);
  }
}
