// The picture of a cell: strips of values, wires between them, and what is drawn beside them.

import { Picture } from "./picture.js";
import { typeSize } from "../picture/sizes.js";
import { composeStrips, NO_TEXT, OPACITY } from "./strips.js";
import { isPresented } from "../shared/presented.js";
import { escapePlotly, short } from "../shared/html.js";
import { formatExact } from "../shared/numbers.js";

const WIDTH = { digit: 7.2, letter: 5.65, ofSize: 0.54 }; // pixels, in a strip; a letter's share of its font's size

const APART = 110; // from the word that is read to what may stand at its right

const TYPE = 12; // size of the names of inputs

const LEAST_GAP = 6; // between two of them: some letters are wider than most

const FITS = 7; // so many letters have room beside x everywhere: “step 10”

/** How much room a name has under its cell: where a neighbour needs less than its own cell, that too. */
function roomOf(wide, k, cell) {
  const beside = [wide[k - 1], wide[k + 1]].map((other) => (other === undefined ? cell : cell - Math.min(other, cell) / 2 - LEAST_GAP));
  return Math.max(cell - LEAST_GAP, 2 * Math.min(...beside));
}

/**
 * @template {Contract.CellView} Sent
 * @extends {Picture<Sent>}
 */
class CellPicture extends Picture {
  /** @param {Sent} sent */
  constructor(sent) {
    super(sent);
    this.whole = { wires: sent.wires, ops: sent.ops, strips: sent.strips };
  }

  get strips() {
    return this.sent.strips;
  }

  parts(_t) {
    return this.whole;
  }

  get hots() {
    return this.sent.hot
      .map(([k, x0, y0, x1, y1]) => `<rect class="lv-hot" data-stage="${k}" x="${x0}" y="${y0}" width="${x1 - x0}" height="${y1 - y0}" rx="8"/>`)
      .join("");
  }

  beside(_film, _t, _k) {
    return {};
  }

  frame(film, t, k) {
    return { ...film.quiet, ...film.lit[k], strips: composeStrips(film, this.strips, t, k), ...this.beside(film, t, k) };
  }

  place(film, name, at) {
    const moved = film.stages[at.stage].carries && name in film.carried;
    return this.strips[moved ? film.carried[name] : name];
  }

  /** The trace of all values: its points know their signals and units. */
  get values() {
    return this.data.find(({ name }) => name === "strips").customdata;
  }

  hover(film, { t, stage }) {
    const { states } = film.stages[stage];
    return this.values.map(([name, k]) => {
      const { label, symbol } = film.signals[name];
      if (states[name] === "empty") return `${label}: not computed yet`;
      const value = film.values(name, t + Number(states[name] === "next"))[k];
      const which = name === "x" ? escapePlotly(film.columnName(film.inputOf(k, t))) : `unit ${film.unitNumber(k)}`;
      return `${label} ${symbol}, ${which}: <b>${formatExact(value)}</b>`;
    });
  }

  /** In a small picture the inputs keep their colours; their numbers and names only where they fit. */
  leaveRoom(film, { strips, columns }, scale) {
    if (!("x" in this.strips)) return;
    const width = this.strips.x.size[0] * scale;
    const larger = typeSize(TYPE, scale) / TYPE;
    const isInput = this.values.map(([name]) => name === "x");
    const fits = strips.text.every((text, n) => !isInput[n] || text.length <= Math.floor(width / (WIDTH.digit * larger)));
    if (!fits) strips.text = strips.text.map((text, n) => (isInput[n] ? NO_TEXT : text));
    const letter = WIDTH.letter * larger;
    const wide = film.columns.map((name) => [...name].length * letter);
    const letters = wide.map((_, k) => Math.floor(roomOf(wide, k, width) / letter));
    const isCut = film.columns.map((name, k) => [...name].length > letters[k]);
    const none = isPresented() && isCut.some(Boolean); // pieces of words cannot be read from afar
    columns.text = columns.text.map((_, k) => {
      if (none) return NO_TEXT;
      return escapePlotly(isCut[k] ? short(film.columns[k], letters[k]) : film.columns[k]);
    });
  }
}

/**
 * @template {Contract.Diagram | Contract.Fielded} Sent
 * @extends {CellPicture<Sent>}
 */
export class Diagram extends CellPicture {
  /** The word that is read now, cut before what the key says of inputs or the picture's edge. */
  beside(film, t, k) {
    const token = film.tokens[t + Number(film.stages[k].carries)] ?? "";
    const shown = token.length <= FITS ? token : short(token, this.letters);
    return { token: { text: [`“${escapePlotly(shown)}”`] } };
  }

  /** As many as there is room for beside x. */
  get letters() {
    const [word, key] = ["token", "key text"].map((wanted) => this.data.find(({ name }) => name === wanted));
    const end = key ? key.x.at(-1) - APART : this.width;
    return Math.max(4, Math.floor((end - word.x[0]) / (WIDTH.ofSize * word.textfont.size)) - 2);
  }
}

/** @extends {CellPicture<Contract.Scene>} */
export class Scene extends CellPicture {
  beside(_, t, k) {
    return this.sent.scenes[t][k];
  }
}

/**
 * With fields of tiny cells for the units of a large network that have none in a strip.
 * @extends {Diagram<Contract.Fielded>}
 */
export class Fielded extends Diagram {
  get fields() {
    return this.sent.fields;
  }

  /** What each field looks like: where it is, how much is seen, its values as shares of full colour. */
  composeFields(film, t, k) {
    const stage = film.stages[k];
    return Object.entries(this.fields).map(([name, field]) => {
      const state = stage.states[name];
      const moved = stage.carries && name in film.carried;
      const values = film.valuesOfAll(name, t + Number(state === "next"));
      return {
        name,
        field,
        at: (moved ? this.fields[film.carried[name]] : field).box.slice(0, 2),
        seen: state === "empty" ? 0 : OPACITY[state],
        shares: Array.from(values, (value) => value / film.scales[name]),
      };
    });
  }
}

/** The tiny cell of a field at a point of the picture, or -1. */
export function cellAt({ box: [x0, y0, x1, y1], columns, rows, cells }, x, y) {
  const column = Math.floor(((x - x0) / (x1 - x0)) * columns);
  const row = Math.floor(((y - y0) / (y1 - y0)) * rows);
  const n = row * columns + column;
  return column >= 0 && column < columns && row >= 0 && n < cells ? n : -1;
}
