// The aligned picture on the page: two figures on one track that slides beside the labels, and the
// frame of the current step.

import { Columns } from "./columns.js";
import { captionHeight, captionHtml, labelsHtml } from "./picture_words.js";
import { Pointing } from "./pointing.js";
import { largestWrite, ledgerAt } from "./ledger.js";
import { columnNumbersHtml, ledgerTraces, lettersHtml, scoreTraces } from "./score.js";
import { leavePlace } from "../shared/growing.js";
import { merge, resolve } from "../shared/patches.js";

const WIDENED_LATER = 400; // milliseconds until what is beside the picture is drawn too
const HALF_DIGIT = 3.6; // pixels

export class Picture {
  // onGo(t), onPoint(t or null), onEnter(t), onUnit(unit), onZoom()
  constructor(root, on) {
    this.root = root;
    this.window = root.querySelector(".lv-window");
    this.track = root.querySelector(".lv-track");
    this.score = root.querySelector(".lv-plot");
    this.letters = root.querySelector(".lv-letters");
    this.numbers = root.querySelector(".lv-numbers-row");
    this.lines = root.querySelector(".lv-lines");
    this.ledger = root.querySelector(".lv-ledger");
    this.labels = root.querySelector(".lv-labels");
    this.caption = root.querySelector(".lv-caption");
    this.frame = root.querySelector(".lv-column");
    this.pointed = root.querySelector(".lv-pointed-column");
    this.columns = new Columns();
    this.on = on;
    this.plotly = null;
    this.pointing = new Pointing(this, on);
    this.labels.addEventListener("click", (event) => {
      const label = event.target.closest("[data-unit]");
      if (label) on.onUnit(Number(label.dataset.unit));
      const row = event.target.closest("[data-row]");
      if (row && this.reading?.length) this.pointing.explainRow(Number(row.dataset.row));
    });
  }

  // ---- drawing ----------------------------------------------------------------------------

  async open(reading, palette, t) {
    this.reading = reading;
    this.palette = palette;
    this.largest = largestWrite(reading);
    this.heights = { score: reading.picture.height, ledger: reading.picture.ledger.layout.height };
    const below = this.heights.score + captionHeight() + this.heights.ledger;
    this.window.style.height = `${below + reading.picture.numbers}px`;
    this.numbers.style.top = `${below}px`;
    this.caption.style.top = `${this.heights.score + 2}px`;
    this.ledger.style.top = `${this.heights.score + captionHeight()}px`;
    this.paintLabels();
    this.columns.open(reading.length, this.window.clientWidth);
    this.columns.follow(t);
    await this.draw(t, 0); // at once what is shown; what is beside it when nothing else is to do
    clearTimeout(this.widening);
    this.widening = setTimeout(() => this.draw(this.t), WIDENED_LATER);
  }

  // Everything for the stretch of characters around what is shown; one at a time, then the newest.
  draw(t, beyond) {
    this.t = t;
    this.wanted = { beyond };
    this.drawing ??= (async () => {
      while (this.wanted) {
        const { beyond: room } = this.wanted;
        this.wanted = null;
        await this.react(room);
      }
    })().finally(() => { this.drawing = null; });
    return this.drawing;
  }

  async react(beyond) {
    const { reading, columns, palette } = this;
    const stretch = columns.stretch(beyond);
    const drawn = this.plot(this.score, scoreTraces(reading, columns.width, stretch, palette), reading.picture.score.layout, stretch);
    this.letters.innerHTML = lettersHtml(reading, columns, stretch);
    this.numbers.innerHTML = columnNumbersHtml(columns, stretch);
    for (const layer of [this.letters, this.numbers, this.lines]) layer.style.left = `${stretch[0] * columns.width}px`;
    this.letters.style.setProperty("--column", `${columns.width}px`);
    this.lines.style.width = `${(stretch[1] - stretch[0]) * columns.width}px`;
    this.stretch = stretch;
    this.ledger.classList.remove("lv-same-bars");
    await drawn;
    await this.drawLedger();
    this.place(this.t);
  }

  async drawLedger() {
    const { reading, palette, stretch } = this;
    const read = Math.min(this.t, reading.length - 1); // what is just being typed has no account yet
    const account = ledgerAt(reading, read);
    await this.plot(this.ledger, ledgerTraces(reading, account, this.largest, this.columns.width, stretch, palette), reading.picture.ledger.layout, stretch);
    this.caption.innerHTML = captionHtml(reading, account, read);
  }

  plot(element, data, layout, stretch) {
    const [first, last] = stretch;
    const { columns, palette } = this;
    const width = Math.max(1, (last - first) * columns.width);
    element.style.left = `${first * columns.width}px`;
    const sized = merge(resolve(layout, palette), { width, xaxis: { range: [first, last] } });
    return this.plotly.react(element, data, sized, { displayModeBar: false, staticPlot: true });
  }

  // The same text with a longer end: nothing that is drawn moves, but a scale may have grown.
  grow(reading, t) {
    this.reading = reading;
    this.largest = largestWrite(reading);
    this.paintLabels();
    this.columns.length = reading.length;
    return this.show(t, { glide: false }); // what glides would always be behind
  }

  // The step on screen: the picture follows it, the ledger is of it.
  async show(t, { glide = true } = {}) {
    if (!this.reading) return;
    this.t = t;
    this.pointing.gone(t);
    this.columns.follow(t);
    this.place(t, glide);
    const holds = this.columns.holds(this.stretch);
    this.ledger.classList.toggle("lv-same-bars", holds && glide);
    if (holds) await this.drawLedger();
    else await this.draw(t);
  }

  place(t, glide = false) {
    const { columns, track, frame } = this;
    this.root.classList.toggle("lv-glides", glide);
    track.style.transform = `translateX(${-Math.round(columns.left * columns.width)}px)`;
    frame.hidden = !this.reading.length;
    this.span(frame, t);
    this.placeNumbers();
  }

  // A number of which a part is off the edge is left out.
  placeNumbers() {
    const { left, width, room } = this.columns;
    for (const number of this.numbers.children) {
      const at = (number.textContent - 0.5 - left) * width;
      const half = number.textContent.length * HALF_DIGIT;
      number.hidden = at < half || at > room - half;
    }
  }

  // The column of a character is where its cell grows out of.
  leave(t) {
    this.root.classList.remove("lv-glides");
    this.span(this.frame, t);
    leavePlace(this.frame);
  }

  span(element, t) {
    const { width } = this.columns;
    const wide = Math.max(width, 5);
    element.style.transform = `translateX(${t * width + (width - wide) / 2}px)`;
    element.style.width = `${wide}px`;
    element.style.height = `${this.heights.score}px`;
  }

  paintLabels() {
    const { reading, labels } = this;
    const html = labelsHtml(reading);
    if (labels.written === html) return;
    const chosen = [...labels.querySelectorAll("button")].indexOf(document.activeElement);
    labels.innerHTML = labels.written = html;
    labels.querySelectorAll("button")[chosen]?.focus({ preventScroll: true });
    // The picture's rows are drawn without a space between them: even heatmaps are drawn fastest.
    this.lines.innerHTML = reading.picture.rows
      .map(({ top, drawn, height }) => `<i style="top:${top + drawn}px;height:${height - drawn}px"></i>`)
      .join("");
  }

  // ---- moved by hand ----------------------------------------------------------------------

  slide(by) {
    this.columns.pan(by);
    this.place(this.t);
    if (!this.columns.holds(this.stretch)) this.draw(this.t);
  }

  // Wider (1) or narrower (-1) columns round this pixel, or round the current one.
  zoom(by, pixel = (this.t + 0.5 - this.columns.left) * this.columns.width) {
    if (!this.reading || !this.columns.zoom(by, Math.max(0, Math.min(this.columns.room, pixel)))) return;
    this.pointing.explain(null);
    this.on.onZoom();
    this.draw(this.t);
  }

  point(t) {
    this.pointed.hidden = t === null || !this.reading;
    if (!this.pointed.hidden) this.span(this.pointed, t);
  }
}
