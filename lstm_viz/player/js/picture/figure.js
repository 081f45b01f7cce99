// The figure that Plotly drew, taken from frame to frame: what differs is written into its SVG.
// Plotly itself would go through every attribute of every trace.

import { pathOf, SVG, SYMBOLS, writeText } from "./marks.js";
import { mixed, onScale } from "../shared/colours.js";
import { Movement } from "../shared/motion.js";
import { differing, merge } from "../shared/patches.js";

/** What a frame can change of a trace: Plotly draws the rest once. */
const PAINTED = new Set(["x", "y", "opacity", "fillcolor", "line.color", "marker.size", "marker.color", "marker.opacity", "marker.line.color", "text", "textfont.color", "customdata", "hovertext"]);

export class Figure {
  /** @param {any} plot  the element that Plotly draws in */
  constructor(plot) {
    this.plot = plot;
    this.movement = new Movement();
    /** @type {Record<string, DrawnTrace>} */
    this.traces = {};
  }

  /** Plotly has drawn. @param {number[]} scale  pixels across and down for one of the picture */
  open(scale) {
    const traces = [...this.plot.querySelectorAll(".scatterlayer > .trace")].map((group) => new DrawnTrace(group, this.plot.data[group.__data__[0].trace.index], scale));
    this.traces = Object.fromEntries(traces.map((trace) => [trace.data.name, trace]));
  }

  /** Go to a frame; what is on its way already goes there from where it is. @param {Record<string, object>} frame */
  move(frame, duration) {
    const changed = Object.entries(frame).filter(([name, patch]) => this.traces[name]?.change(patch));
    if (!changed.length) return;
    const ways = Object.values(this.traces).flatMap((trace) => trace.way() ?? []);
    this.movement.start(duration, (share) => {
      for (const go of ways) go(share);
    });
  }

  stop() {
    this.movement.stop();
  }
}

/** A trace: how it looks on screen, and how it should. */
class DrawnTrace {
  constructor(group, data, scale) {
    this.group = group;
    this.data = data;
    this.scale = scale;
    this.points = group.querySelectorAll(".points > path");
    this.words = group.querySelectorAll(".text text");
    this.look = coloured({ ...data });
    this.thin();
  }

  // Where letters are larger than the picture was made for, every second text of a row, or fewer.
  thin() {
    const { columns, room, needs } = this.data.meta ?? {};
    if (!columns) return;
    const every = everyOf(room * this.scale[0], needs * Math.max(...this.data.textfont.size));
    for (const [k, word] of this.words.entries()) word.style.visibility = columns.indexOf(k) % every > 0 ? "hidden" : "";
  }

  /** Should look so from now on; false if it should already. */
  change(patch) {
    const change = differing(this.data, patch);
    if (!change) return false;
    checkPainted(change, this.data.name);
    Object.assign(this.data, merge(this.data, change));
    // What Plotly shows of a point under the pointer.
    if (this.data.customdata) {
      const { x, y, hovertext } = this.data;
      for (const [k, point] of this.group.__data__.entries()) {
        Object.assign(point, { x: x[k], y: y[k] }, hovertext && { htx: hovertext[k] });
      }
    }
    return true;
  }

  /** From how it looks to how it should, by the share of the way; nothing if it does. */
  way() {
    const from = this.look;
    const to = differing(from, coloured({ ...this.data }));
    return to && ((share) => this.paint(partWay(from, to, share)));
  }

  paint(change) {
    this.look = merge(this.look, change);
    const { x, y, opacity, fillcolor, line = {}, marker = {}, text, textfont = {} } = change;
    const { group, points, words } = this;
    if (opacity !== undefined) group.style.opacity = opacity;
    if (x || y) this.place();
    each(group.querySelectorAll(".js-fill"), fillcolor, ink("fill"));
    each(group.querySelectorAll(".js-line"), line.color, ink("stroke"));
    each(points, marker.size, (point, size, k) => point.setAttribute("d", SYMBOLS[this.symbol(k)](size / 2)));
    each(points, marker.color, (point, color, k) => ink(/-open$/.test(this.symbol(k)) ? "stroke" : "fill")(point, color));
    each(points, marker.opacity, (point, value) => (point.style.opacity = value));
    each(points, marker.line?.color, ink("stroke"));
    each(words, text, writeText);
    each(words, textfont.color, ink("fill"));
  }

  symbol(k) {
    const { symbol = "circle" } = this.look.marker;
    return Array.isArray(symbol) ? symbol[k] : symbol;
  }

  place() {
    const { x, y, mode } = this.look;
    const [across, down] = this.scale;
    const at = Array.from(x, (left, k) => (left === null ? null : [left * across, y[k] * down]));
    each(this.points, at, (point, place) => point.setAttribute("transform", `translate(${place})`));
    each(this.words, at, (word, [left, top]) => {
      for (const element of [word, ...word.querySelectorAll(".line")]) {
        element.setAttribute("x", left);
        element.setAttribute("y", top);
      }
    });
    if (mode === "lines") this.draw(pathOf(at));
  }

  // Plotly has a path for each stretch between gaps; one is enough.
  draw(path) {
    const { group } = this;
    group.querySelector(".js-fill")?.setAttribute("d", path);
    const [line = this.newLine(), ...more] = group.querySelectorAll(".js-line");
    line.setAttribute("d", path);
    for (const other of more) other.remove();
  }

  newLine() {
    const { color, width } = this.look.line;
    const line = document.createElementNS(SVG, "path");
    line.setAttribute("class", "js-line");
    line.style.cssText = `fill: none; stroke: ${color}; stroke-width: ${width}px`;
    this.group.querySelector(".lines").append(line);
    return line;
  }
}

/** Of texts in a row, so far apart and so wide, every how many there is room for. */
export const everyOf = (room, width) => Math.max(1, Math.ceil(width / room - 0.01));

function checkPainted(change, trace, within = "") {
  for (const [key, value] of Object.entries(change)) {
    const path = within + key;
    if (PAINTED.has(path)) continue;
    if (!value || typeof value !== "object" || Array.isArray(value)) throw new Error(`A frame changes ${path} of ${trace}, which is drawn once`);
    checkPainted(value, trace, `${path}.`);
  }
}

// One value for all of them, or one for each.
function each(elements, values, write) {
  if (values === undefined) return;
  for (const [k, element] of elements.entries()) write(element, Array.isArray(values) ? values[k] : values, k);
}

const ink = (role) => (element, colour) => Object.assign(element.style, { [role]: colour, [`${role}Opacity`]: 1 });

// Numbers on a scale of colours become colours.
function coloured(trace) {
  const { colorscale, cmin, cmax, color } = trace.marker ?? {};
  if (!colorscale) return trace;
  const colour = (value) => (typeof value === "number" ? onScale(colorscale, (value - cmin) / (cmax - cmin)) : value);
  return merge(trace, { marker: { color: Array.isArray(color) ? color.map(colour) : colour(color) } });
}

/** What is a share of the way from one look to another: numbers and colours; the rest is there at once. */
function partWay(from, to, share) {
  if (share === 1 || from === undefined) return to;
  if (Array.isArray(to)) {
    if (!Array.isArray(from)) return to.map((value) => partWay(from, value, share));
    return from.length === to.length ? to.map((value, k) => partWay(from[k], value, share)) : to;
  }
  if (typeof to === "number" && typeof from === "number") return from + (to - from) * share;
  if (typeof to === "string" && typeof from === "string") return mixed(from, to, share);
  if (!to || typeof to !== "object") return to;
  const mix = ([key, value]) => [key, key === "text" ? value : partWay(from[key], value, share)];
  return Object.fromEntries(Object.entries(to).map(mix));
}
