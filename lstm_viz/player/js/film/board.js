// A picture that changes frame by frame and is no cell: what it looks like and says was made in Python.

import { Film } from "./film.js";
import { openPictures } from "./pictures.js";
import { escapePlotly, textOf } from "../shared/html.js";

/** Of what a stage of a cell has, a board has nothing but the title. */
const PLAIN = {
  term: "", equation: "", numbers: "", sentence: "", held: "", heldSentence: "", brief: "",
  gates: [], focus: [], wires: [], carries: false, states: {},
};

/** What is coloured on a page, as Plotly takes it. */
const inInk = (html, palette) => html.replaceAll("&ensp;", "   ").replace(/<span[^>]*var\(--lv-([a-z_]+)\)[^>]*>/g, (_, role) => `<span style="color:${palette[role]}">`);

/** @extends {Film<Contract.Board>} */
export class Board extends Film {
  /** @param {Contract.Board} sent */
  constructor(sent) {
    super(sent);
    this.titled = sent.frames[0].map(({ title }) => ({ ...PLAIN, title }));
    this.pictures = openPictures(sent.views);
  }

  get stages() {
    return this.titled;
  }

  get length() {
    return this.sent.frames.flat().length;
  }

  get stepWord() {
    return this.sent.stepWord;
  }

  get alt() {
    return this.sent.alt;
  }

  get name() {
    return "Animated picture";
  }

  get moveWord() {
    return this.stages.length > 1 ? "picture" : this.stepWord;
  }

  get glide() {
    return this.sent.glide;
  }

  get shape() {
    return [super.shape, this.sent.drawing].join();
  }

  get sketch() {
    return this.sent.sketch;
  }

  get sound() {
    return this.sent.sound;
  }

  get painting() {
    return this.sent.painting;
  }

  /** @param {import("./film.js").Place} at */
  words({ t, stage }) {
    const { title, equation, numbers, sentence } = this.sent.frames[t][stage];
    return { title, equation, unit: "", numbers, sentence };
  }

  /** Where the values of a frame come from, first the one that is meant, which is alone if it is not
   * among those that are listed; empty if nothing is said. */
  why({ t, stage }, name = "", k = 0) {
    const { why, elsewhere } = this.sent.frames[t][stage];
    const { [name]: of = [], ...others } = why;
    const meant = of[k] ?? elsewhere[name]?.[k];
    const listed = [...of, ...Object.values(others).flat()];
    const rest = meant === undefined || listed.includes(meant) ? listed.filter((line) => line !== meant) : [];
    const lines = rest.map((line) => `<p class="lv-line">${line}</p>`);
    if (meant !== undefined) lines.unshift(`<p class="lv-line lv-meant">${meant}</p>`);
    return lines.length ? `<h3>Where from?</h3>${lines.join("")}` : "";
  }

  /** The lines above its PNG, and what is wrapped below them. */
  caption(at, palette, wide) {
    const { title, equation, numbers, sentence } = this.words(at);
    const formula = [equation, numbers].filter(Boolean).map((html) => inInk(html, palette));
    const lines = [`<b>${title}</b>`, ...(wide ? formula.slice(0, 1).map(() => formula.join("     ")) : formula)];
    return { lines, sentence: escapePlotly(textOf(sentence)) };
  }

  table({ t }) {
    const { caption, head, rows } = this.sent.tables[t];
    const heads = head.map((text) => `<th scope="col">${text}</th>`);
    const body = rows.map(([first, ...rest]) => `<tr><th scope="row">${first}</th>${rest.map((text) => `<td>${text}</td>`).join("")}</tr>`);
    return `<table class="lv-matrix"><caption>${caption}</caption><thead><tr>${heads.join("")}</tr></thead><tbody>${body.join("")}</tbody></table>`;
  }

  /** @param {string} name */
  picture(name) {
    return this.pictures[name];
  }
}
