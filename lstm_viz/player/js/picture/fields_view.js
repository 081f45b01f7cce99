// The fields of tiny cells on the strips of a big network, painted on one canvas above the figure.

import { cellAt } from "../film/diagram.js";
import { paintFields, shadesOf } from "./field_paint.js";
import { escapeHtml } from "../shared/html.js";
import { Movement } from "../shared/motion.js";
import { formatInput, formatNumber } from "../shared/numbers.js";

const FINGER = "touch"; // too wide to click a tiny cell: it is told what is there

export class FieldsView {
  // onPoint(name), onPick(number) with the number of a unit (from 0).
  constructor(root, { onPoint, onPick }) {
    this.canvas = root.querySelector(".lv-fields");
    this.tip = root.querySelector(".lv-tip");
    this.layer = root.querySelector(".lv-layer");
    this.targets = root.querySelector(".lv-field-targets");
    this.onPoint = onPoint;
    this.film = this.view = this.at = null;
    this.movement = new Movement();
    this.targets.addEventListener("pointermove", (event) => this.pointed(event));
    this.targets.addEventListener("pointerdown", (event) => this.pointed(event));
    // A finger that is lifted leaves what it asked for to be read.
    this.targets.addEventListener("pointerleave", ({ pointerType }) => pointerType !== FINGER && this.left());
    this.targets.addEventListener("click", (event) => {
      const there = this.there(event);
      if (there && there.name !== "x" && event.pointerType !== FINGER) onPick(there.n);
    });
  }

  // At the size of the picture, in the pixels of the screen.
  draw(film, view, { width, height }, palette) {
    this.movement.stop();
    const fields = Object.entries(view.fields);
    this.canvas.hidden = !fields.length;
    this.looks = null;
    this.left();
    this.targets.innerHTML = fields
      .map(([name, { box: [x0, y0, x1, y1] }]) => `<rect data-field="${name}" x="${x0}" y="${y0}" width="${x1 - x0}" height="${y1 - y0}"/>`)
      .join("");
    if (!fields.length) return;
    const ratio = window.devicePixelRatio || 1;
    Object.assign(this.canvas, { width: Math.round(width * ratio), height: Math.round(height * ratio) });
    Object.assign(this.canvas.style, { width: `${width}px`, height: `${height}px` });
    this.scale = this.canvas.width / view.width;
    this.palette = palette;
    this.shades = shadesOf(film, fields.map(([name]) => name), palette);
  }

  // Go on to what a frame looks like; what is on screen moves there.
  show(film, view, at, duration) {
    if (this.canvas.hidden) return;
    if (this.at && (this.at.t !== at.t || this.at.stage !== at.stage)) this.tip.hidden = true;
    Object.assign(this, { film, view, at });
    const next = view.composeFields(film, at.t, at.stage);
    const before = this.looks ?? next;
    this.movement.start(duration, (share) => this.paint(share < 1 ? next.map((look, n) => between(before[n], look, share)) : next));
  }

  paint(looks) {
    this.looks = looks;
    const context = this.canvas.getContext("2d");
    context.clearRect(0, 0, this.canvas.width, this.canvas.height);
    paintFields(context, looks, { scale: this.scale, palette: this.palette, shades: this.shades, film: this.film, unit: this.at.unit });
  }

  // ---- pointing ---------------------------------------------------------------------------

  // The tiny cell under the pointer: {name, n}.
  there({ clientX, clientY, target }) {
    const { field: name } = target.dataset;
    if (!name || !this.view) return null;
    const box = this.layer.getBoundingClientRect();
    const x = ((clientX - box.left) / box.width) * this.view.width;
    const y = ((clientY - box.top) / box.height) * this.view.height;
    const n = cellAt(this.view.fields[name], x, y);
    return n < 0 ? null : { name, n, box };
  }

  pointed(event) {
    const there = this.there(event);
    if (!there) {
      this.left();
      return;
    }
    this.onPoint(there.name);
    const { tip } = this;
    tip.innerHTML = fieldHtml(this.film, there.name, there.n, this.at);
    tip.hidden = false;
    const room = tip.parentElement.getBoundingClientRect();
    const left = Math.min(event.clientX - room.left + 14, room.width - tip.offsetWidth - 4);
    tip.style.transform = `translate(${Math.max(0, left)}px, ${event.clientY - room.top + 16}px)`;
  }

  left() {
    this.tip.hidden = true;
    this.onPoint(null);
  }

  stop() {
    this.movement.stop();
  }
}

// What a tiny cell stands for, and its value.
export function fieldHtml(film, name, n, { t, stage }) {
  const { label, symbol } = film.signals[name];
  const which = name === "x" ? escapeHtml(film.columnName(n)) : `unit ${n + 1}`;
  const state = film.stages[stage].states[name];
  if (state === "empty") return `${symbol} ${label}, ${which}: not computed yet`;
  const value = film.valuesOfAll(name, t + Number(state === "next"))[n];
  const shown = name === "x" ? formatInput(value) : formatNumber(value);
  const chosen = name !== "x" && film.placeOf(n) !== undefined ? " (above)" : "";
  return `${symbol} ${label}, ${which}${chosen}: <b>${shown}</b>`;
}

// A look on the way from one to another; what was not seen comes in with its own colours.
export function between(a, b, share) {
  const mix = (from, to) => from + (to - from) * share;
  const from = a.seen ? a.shares : b.shares;
  const to = b.seen ? b.shares : a.shares;
  return {
    ...b,
    at: [mix(a.at[0], b.at[0]), mix(a.at[1], b.at[1])],
    seen: mix(a.seen, b.seen),
    shares: to.map((value, n) => mix(from[n], value)),
  };
}
