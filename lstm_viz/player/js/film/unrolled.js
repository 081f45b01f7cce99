// The row of all cells, a cell a step; what a stage lights goes along with the reader.

import { Picture } from "./picture.js";

const BEFORE = 44; // pixels of a column that are seen above the cell at work

/** @extends {Picture<Contract.Unrolled>} */
export class Unrolled extends Picture {
  /** @param {Contract.Unrolled} sent */
  constructor(sent) {
    super(sent);
    this.made = []; // the parts of each step
  }

  frame(film, t, k) {
    const { shift: [dx, dy], moving, colours, looks, belt, inks } = this.sent;
    const lit = { ...film.quiet, ...film.lit[k] };
    const base = Object.fromEntries(this.data.map((trace) => [trace.name, trace]));
    const patches = Object.fromEntries(this.data.map(({ name }) => [name, {}]));
    for (const name of moving) {
      const lights = lit[name === "ops now" ? "ops" : name];
      patches[name] = { ...lights, x: base[name].x.map((x) => x + t * dx), y: base[name].y.map((y) => y + t * dy) };
    }
    const ahead = film.stages[k].carries ? t + 1 : -1;
    for (const [step, color] of colours.entries()) {
      const later = step === ahead ? "next" : "empty";
      const look = step < t ? "done" : step === t ? String(k) : later;
      patches[`strips ${step}`] = { marker: { color, opacity: looks[Math.min(step, 1)][look] } };
    }
    const [[x0, y0], [x, y]] = [belt[0], belt[k]];
    patches.belt = { x: [x0, x + t * dx], y: [y0, y + t * dy] };
    const inked = (name) => {
      const quiet = inks[name];
      return colours.flatMap((_, step) => (step === t ? lit[name].textfont.color.slice(0, quiet.length) : quiet));
    };
    patches.letters = { textfont: { color: inked("gate text") } };
    patches.signs = { textfont: { color: inked("ops") } };
    patches.tokens = { textfont: { color: colours.map((_, step) => (step === t ? "$ink" : "$muted")) } };
    return patches;
  }

  parts(t) {
    const { shift, wires, ops, strips } = this.sent;
    const [dx, dy] = [shift[0] * t, shift[1] * t];
    const moved = (points) => points.map(([x, y]) => [x + dx, y + dy]);
    this.made[t] ??= {
      wires: Object.fromEntries(Object.entries(wires).map(([name, { color, points }]) => [name, { color, points: moved(points) }])),
      ops: ops.map(([x, y, radius]) => [x + dx, y + dy, radius]),
      strips: Object.fromEntries(Object.entries(strips).map(([name, strip]) => [name, { cells: strip.cells, size: strip.size, at: moved(strip.at) }])),
    };
    return this.made[t];
  }

  /** While a step of a column is at work: from its cell on, below a bit of the last. */
  seen(t) {
    const { window, height, width, cells } = this.sent;
    if (window >= height) return undefined; // all of it
    const start = t ? cells[t][1] - BEFORE : 0;
    return [0, start, width, start + window];
  }

  cell(t) {
    return this.sent.cells[t];
  }

  /** The middle of each cell, so that neighbours do not overlap. */
  get hots() {
    return this.sent.cells.map(([x0, y0, x1, y1], t) => {
      const [dx, dy] = [(x1 - x0) * 0.12, (y1 - y0) * 0.04];
      return `<rect class="lv-hot lv-enter" data-cell="${t}" x="${x0 + dx}" y="${y0 + dy}" width="${x1 - x0 - 2 * dx}" height="${y1 - y0 - 2 * dy}" rx="8"/>`;
    }).join("");
  }
}
