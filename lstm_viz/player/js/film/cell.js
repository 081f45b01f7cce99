// A run of a cell: the values of each signal at each step, and the words of each stage.

import { Film } from "./film.js";
import { openPictures } from "./pictures.js";
import { withNumbers, withSymbols, HTML } from "./words.js";
import { opened, rowReader } from "../shared/arrays.js";
import { capital, escapeHtml, escapePlotly, short } from "../shared/html.js";
import { formatExact } from "../shared/numbers.js";

/**
 * @template {Contract.AnyCell} Sent
 * @extends {Film<Sent>}
 */
export class Cell extends Film {
  /** @param {Sent} sent */
  constructor(sent) {
    super(sent);
    this.arrays = opened(sent.values, rowReader);
    this.weights = opened(sent.weights, rowReader);
    const whole = (packed) => rowReader(packed)(0);
    this.start = opened(sent.start, whole);
    this.initial = opened(sent.initial, whole);
    this.before = Object.fromEntries(Object.entries(sent.carried).map(([name, before]) => [before, name]));
    this.pictures = openPictures(sent.views);
  }

  get units() {
    return this.sent.units;
  }

  get stepWord() {
    return this.sent.alone?.word ?? super.stepWord;
  }

  get columns() {
    return this.sent.columns;
  }

  get of() {
    return this.sent.alone?.of ?? this.sent.of;
  }

  get ribbon() {
    return this.sent.ribbon;
  }

  get shown() {
    return this.sent.shown;
  }

  get carried() {
    return this.sent.carried;
  }

  get scales() {
    return this.sent.scales;
  }

  /** The scale of a signal's colours: a gate's own, or that of what has a sign. */
  scaleOf(name) {
    const { squash, color } = this.signals[name];
    return squash === "σ" ? color : "values";
  }

  get signals() {
    return this.sent.signals;
  }

  get stages() {
    return this.sent.stages;
  }

  get quiet() {
    return this.sent.quiet;
  }

  get lit() {
    return this.sent.lit;
  }

  get overview() {
    return this.sent.overview;
  }

  get clamped() {
    return this.sent.clamped;
  }

  get shape() {
    // Strips of another kind of cell are others.
    return [super.shape, this.shown, this.columns.length].join();
  }

  get subtitle() {
    const gates = Object.values(this.signals).some(({ squash }) => squash === "σ");
    const { first } = this.sent;
    const where = this.isPart ? `steps ${first + 1} to ${first + this.steps} of ${this.of}` : "the whole sequence";
    return `${gates ? "Gates" : "Sums"} and states over ${where}`;
  }

  stepNumber(t) {
    return (this.sent.alone?.numbers[t] ?? this.sent.first + t) + 1;
  }

  get areApart() {
    return this.sent.alone !== null;
  }

  holdsEnd(by) {
    const { first, steps, of } = this.sent;
    return by < 0 ? first === 0 : first + steps === of;
  }

  /** @param {import("./film.js").Place} at */
  inward({ t, stage, unit }) {
    return { t: t - this.sent.first, stage, unit };
  }

  /** @param {import("./film.js").Place} at */
  outward({ t, stage, unit }) {
    return { t: t + this.sent.first, stage, unit };
  }

  /** The values of a signal at step t: (units), or (inputs) for x. */
  values(name, t) {
    const now = this.before[name];
    if (now && !this.sent.alone) return t ? this.arrays[now](t - 1) : this.start[now];
    return this.arrays[name](t);
  }

  /** All that a gate reads. */
  valuesRead(name, t) {
    return this.values(name, t);
  }

  columnName(k) {
    return this.columns[k];
  }

  /** Which input the k-th cell of the strip of x shows. */
  inputOf(k, _t) {
    return k;
  }

  unitLabel(unit) {
    return this.sent.unitLabels[unit] ?? "";
  }

  answerAt({ t, stage }) {
    const known = this.stages[stage].states.h !== "empty";
    return (known && this.sent.answers[t]) || "";
  }

  briefs(at) {
    return this.stages.map(({ title, brief }) => `${title}<small>${withNumbers(this, brief, at)}</small>`);
  }

  /** Whether it is a part of a larger run. */
  get isPart() {
    return this.steps < this.sent.of;
  }

  /** Terms of a sum that are shown, the others together. */
  get mostTerms() {
    return Infinity;
  }

  get weightsAreKnown() {
    return "weight_ih" in this.weights;
  }

  isHeld(gate, unit) {
    return typeof this.clamped[gate]?.[unit] === "number";
  }

  /** The templates of a frame; a gate that is held by hand says so. */
  templates({ stage, unit }) {
    const { title, equation, numbers, sentence, gates, held, heldSentence } = this.stages[stage];
    const isHeld = gates.some((gate) => this.isHeld(gate, unit));
    return isHeld ? { title, equation, numbers: held, sentence: heldSentence } : { title, equation, numbers, sentence };
  }

  /**
   * @param {import("./film.js").Place} at
   * @param {import("./film.js").Marks} marks
   * @returns {import("./film.js").Words}
   */
  words(at, marks = HTML) {
    const { title, equation, numbers, sentence } = this.templates(at);
    return {
      title,
      equation: withSymbols(this, equation, marks),
      unit: `unit ${this.unitNumber(at.unit)}`,
      numbers: withNumbers(this, numbers, at, marks),
      sentence: withNumbers(this, sentence, at, marks),
    };
  }

  /** The lines above its PNG; `wide` says whether there is room for two things in one. */
  caption(at, palette, wide) {
    const marks = {
      symbol: ({ color, symbol }) => `<span style="color:${palette[`text_${color}`]}">${symbol}</span>`,
      value: (text) => text,
    };
    const { title, equation, unit, numbers, sentence } = this.words(at, marks);
    const heading = `<b>${at.stage + 1}  ${title}</b>`;
    const place = `${this.stepWord} ${this.stepNumber(at.t)} of ${this.of} · ${escapePlotly(short(this.tokens[at.t], 32))}`;
    const values = `${unit}:  ${numbers}`;
    const lines = wide ? [`${heading}   ${place}`, `${equation}     ${values}`] : [heading, place, equation, values];
    return { lines, sentence };
  }

  /** The values of a step as a table; each opens its derivation. */
  table({ t, stage }) {
    const { states, title, carries } = this.stages[stage];
    const isEmpty = (name) => states[name] === "empty" && !carries; // at the end of a step all is computed
    const units = [...Array(this.units).keys()];
    const rows = this.shown.filter((name) => name !== "x").map((name) => {
      const values = this.values(name, t);
      const { label } = this.signals[name];
      const cells = units.map((k) => {
        if (isEmpty(name)) return "<td>–</td>";
        const value = formatExact(values[k]);
        return `<td><button type="button" class="lv-link" data-name="${name}" data-k="${k}" aria-label="${label}, unit ${this.unitNumber(k)}: ${value}, open its derivation">${value}</button></td>`;
      });
      return `<tr data-signal="${name}"><th scope="row">${HTML.symbol(this.signals[name], name)} ${label}</th>${cells.join("")}</tr>`;
    });
    const heads = units.map((k) => `<th scope="col">unit ${this.unitNumber(k)}</th>`);
    const dashes = this.shown.some(isEmpty);
    const when = dashes ? `, after “${title.toLowerCase()}”. A dash is not computed yet.` : ".";
    const which = this.of > 1 ? `${capital(this.stepWord)} ${this.stepNumber(t)}, ` : "";
    return `<table class="lv-matrix">
      <caption>${which}“${escapeHtml(this.tokens[t])}”${when}</caption>
      <thead><tr><td></td>${heads.join("")}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
  }

  picture(name) {
    return this.pictures[name];
  }
}
