// Which characters the picture shows: how wide a column is, and which stands at the left edge.

const WIDTHS = [0.2, 0.5, 1, 2, 3, 4, 6, 9, 12, 15, 18, 22, 27, 33];
const USUAL_WIDTH = 15;
const KEPT_AHEAD = 0.38; // of the room stays free of the past while the place moves on
const KEPT_BEHIND = 0.12;
const SPARE = 0.5; // of the room is drawn beyond either edge

export class Columns {
  constructor() {
    this.width = USUAL_WIDTH;
    this.left = 0;
    this.room = 0;
    this.length = 0;
  }

  open(length, room) {
    Object.assign(this, { length, room });
    this.width = Math.max(this.width, this.least);
    this.within();
  }

  get shown() {
    return this.room / this.width;
  }

  // Narrow enough for the whole text, and no narrower.
  get least() {
    return WIDTHS.findLast((width) => width <= USUAL_WIDTH && width * this.length <= this.room) ?? WIDTHS[0];
  }

  // Beyond the end there is room for what is written next.
  within() {
    const most = Math.max(0, this.length - this.shown * (1 - KEPT_AHEAD));
    this.left = Math.max(0, Math.min(most, this.left));
  }

  // Bring column t into the middle part of the room.
  follow(t) {
    const { shown } = this;
    const near = t >= this.left + shown * KEPT_BEHIND && t + 1 <= this.left + shown * (1 - KEPT_AHEAD);
    if (near || this.length <= shown) {
      if (this.length <= shown) this.left = 0;
      return;
    }
    const ahead = t >= this.left;
    this.left = Math.round(ahead ? t + 1 - shown * (1 - KEPT_AHEAD) : t - shown * KEPT_BEHIND);
    this.within();
  }

  pan(pixels) {
    this.left -= pixels / this.width;
    this.within();
  }

  // Wider (1) or narrower (-1) columns; what stands at this pixel stays there.
  zoom(by, pixel) {
    const at = this.left + pixel / this.width;
    const next = WIDTHS[WIDTHS.indexOf(this.width) + by];
    if (!next || next < this.least) return false;
    this.width = next;
    this.left = at - pixel / next;
    this.within();
    return true;
  }

  canZoom(by) {
    const next = WIDTHS[WIDTHS.indexOf(this.width) + by];
    return Boolean(next) && next >= this.least;
  }

  at(pixel) {
    return Math.floor(this.left + pixel / this.width);
  }

  // The stretch [first, last) that is drawn: what is shown, and something beyond (a part of the room),
  // so that the picture can move a while before it has to be drawn again.
  stretch(beyond = SPARE) {
    const spare = this.shown * beyond;
    const first = Math.max(0, Math.floor(this.left - spare));
    return [first, Math.min(this.length, Math.ceil(this.left + this.shown + spare))];
  }

  /** @param {number[]} stretch */
  holds([first, last]) {
    return first <= Math.max(0, Math.floor(this.left)) && last >= Math.min(this.length, Math.ceil(this.left + this.shown));
  }
}
