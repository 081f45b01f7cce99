// The pointer on the aligned picture: pointing, clicking, dragging, two fingers, the wheel.

import { captionHeight, fullTipHtml, tipHtml } from "./picture_words.js";
import { rowsOf } from "./score.js";

const NOT_YET_A_DRAG = 4; // pixels
const WHEEL_STEP = 30; // so much turning is one step of zoom
const SPREAD = 1.2; // two fingers this much farther apart are one step of zoom

export class Pointing {
  constructor(picture, on) {
    this.picture = picture;
    this.on = on;
    this.root = picture.root;
    this.window = picture.window;
    this.tapped = null; // the column that was tapped and is explained
    this.tip = this.root.querySelector(".lv-tip");
    this.listen();
  }

  listen() {
    const { window: frame, on } = this;
    frame.addEventListener("pointerdown", (event) => {
      if (event.button !== 0) return;
      if (event.isPrimary) this.grabbed = { x: event.clientX, moved: false };
      else if (this.grabbed) this.pinch = { id: event.pointerId, apart: Math.abs(event.clientX - this.grabbed.x) };
      frame.setPointerCapture(event.pointerId);
    });
    frame.addEventListener("pointermove", (event) => {
      if (this.pinch) this.spread(event);
      else if (this.grabbed) this.drag(event);
      else if (event.pointerType === "mouse") {
        on.onPoint(this.at(event));
        this.root.classList.toggle("lv-over-letter", this.overLetter(event));
        this.explain(this.at(event), event);
      }
    });
    frame.addEventListener("pointerup", (event) => {
      const moved = this.grabbed?.moved ?? true;
      this.letGo();
      const t = this.at(event);
      if (moved || t === null) return;
      if (this.leads(event)) return on.onEnter(t);
      on.onGo(t);
      if (event.pointerType !== "mouse") this.explainHere(t, event); // a finger does not point
    });
    frame.addEventListener("pointercancel", () => this.letGo());
    frame.addEventListener("pointerleave", () => {
      on.onPoint(null);
      if (this.tapped === null) this.explain(null);
    });
    this.onElsewhere = (event) => {
      if (this.tapped !== null && !event.composedPath().includes(this.picture.labels)) this.explain(null);
    };
    document.addEventListener("pointerdown", this.onElsewhere, true);
    frame.addEventListener("wheel", (event) => this.wheel(event), { passive: false });
  }

  destroy() {
    document.removeEventListener("pointerdown", this.onElsewhere, true);
  }

  /** How much larger than on the page it is shown, in front of a class. */
  get zoom() {
    return this.window.currentCSSZoom ?? 1;
  }

  pixel(event) {
    return this.within(event)[0];
  }

  // The character under the pointer, or null.
  at(event) {
    const { columns, reading } = this.picture;
    const t = columns.at(this.pixel(event));
    return reading && t >= 0 && t < reading.length ? t : null;
  }

  // Whether the pointer is on a letter of the text: a click on it goes into its cell.
  overLetter(event) {
    const { columns, reading } = this.picture;
    const t = this.at(event);
    if (t === null || t >= reading.known || columns.width < reading.picture.smallest) return false;
    const [row] = rowsOf(reading, "letters");
    const y = this.within(event)[1];
    return y >= row.top && y < row.top + row.height;
  }

  // Whether a click goes into the cell: on a letter, or with the mouse on a value of the column that
  // is shown, to where it comes from.
  leads(event) {
    if (this.overLetter(event)) return true;
    const { reading, t } = this.picture;
    if (event.pointerType !== "mouse" || this.at(event) !== t || t >= reading.known) return false;
    const y = this.within(event)[1];
    return reading.picture.rows.some(({ top, height, unit }) => unit !== null && y >= top && y < top + height);
  }

  letGo() {
    this.grabbed = this.pinch = null;
    this.root.classList.remove("lv-dragging");
  }

  drag(event) {
    const by = (event.clientX - this.grabbed.x) / this.zoom;
    if (!this.picture.reading || (!this.grabbed.moved && Math.abs(by) < NOT_YET_A_DRAG)) return;
    this.grabbed = { x: event.clientX, moved: true };
    this.root.classList.add("lv-dragging");
    this.explain(null);
    this.picture.slide(by);
  }

  spread(event) {
    if (event.pointerId !== this.pinch.id) return;
    this.grabbed.moved = true;
    const apart = Math.abs(event.clientX - this.grabbed.x);
    const grown = apart / Math.max(1, this.pinch.apart);
    if (grown < SPREAD && grown > 1 / SPREAD) return;
    this.pinch.apart = apart;
    this.picture.zoom(grown > 1 ? 1 : -1, this.pixel(event));
  }

  // A plain wheel is the page's.  With Ctrl or ⌘ (two fingers on a touchpad arrive so) upwards is
  // nearer; sideways, or with shift, slides.
  wheel(event) {
    const { deltaX, deltaY, ctrlKey, metaKey, shiftKey } = event;
    if (!this.picture.reading) return;
    if (!ctrlKey && !metaKey) {
      if (!shiftKey && Math.abs(deltaX) <= Math.abs(deltaY)) return;
      event.preventDefault();
      this.explain(null);
      this.picture.slide(-(deltaX || deltaY));
      return;
    }
    event.preventDefault(); // the page must not grow with the columns
    const by = deltaY < 0 ? 1 : -1;
    if (!this.picture.columns.canZoom(by)) return;
    const turned = this.turned ?? 0;
    this.turned = Math.sign(turned) === -by ? -deltaY : turned - deltaY;
    if (Math.abs(this.turned) < WHEEL_STEP) return;
    this.turned = 0;
    this.picture.zoom(by, this.pixel(event));
  }

  // A word on what is under the pointer, beside it.
  explain(t, event) {
    this.tapped = null;
    this.tip.hidden = t === null;
    if (t === null) return;
    const [x, y] = this.within(event);
    const click = this.leads(event) ? "<br>Click: into the cell at this character" : "";
    this.tell(tipHtml(this.picture.reading, t, y, this.picture.t) + click, x, y);
  }

  // After a tap it stays, and says more, until another place is looked at.
  explainHere(t, event) {
    const [x, y] = this.within(event);
    this.tapped = t;
    this.tell(fullTipHtml(this.picture.reading, t, y, t), x, y);
  }

  // What row k says at the current place: its label was tapped.
  explainRow(k) {
    const { reading, t } = this.picture;
    const row = reading.picture.rows[k];
    const y = row ? row.top + 1 : reading.picture.height + captionHeight() + 1;
    this.tapped = t;
    this.tell(fullTipHtml(reading, Math.max(0, Math.min(t, reading.length - 1)), y, t), 0, y);
  }

  // The reader went elsewhere.
  gone(t) {
    if (this.tapped !== null && this.tapped !== t) this.explain(null);
  }

  within(event) {
    const box = this.window.getBoundingClientRect();
    return [(event.clientX - box.left) / this.zoom, (event.clientY - box.top) / this.zoom];
  }

  tell(html, x, y) {
    const { tip } = this;
    const box = { width: this.window.clientWidth, height: this.window.clientHeight };
    tip.hidden = false;
    tip.innerHTML = html;
    tip.style.transform = "none"; // as wide as it wants to be
    const left = Math.max(0, Math.min(x + 14, box.width - tip.offsetWidth - 4));
    const below = y + 22 + tip.offsetHeight < box.height;
    tip.style.transform = `translate(${left}px, ${below ? y + 20 : Math.max(0, y - tip.offsetHeight - 12)}px)`;
  }
}
