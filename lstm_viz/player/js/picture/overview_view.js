// Gates and states over the whole sequence, with the step on screen framed; click to jump.

import { makePrintable } from "./printed.js";
import { disable } from "../shared/disabled.js";
import { escapePlotly, short } from "../shared/html.js";
import { NARROW } from "./room.js";
import { resolve } from "../shared/patches.js";

// Labels of steps that do not fit side by side stand upright: pixels a letter, and more room below.
const LETTER = 6.8;
const WIDEST = 1.3; // times as wide as most are names of capitals

const SHORTEST = 10; // letters of a label on a phone

const UPRIGHT = 46;
const EVERY = [10, 20, 50, 100]; // steps, of which one is numbered

// Which units have rows: all of them, or, of more than fit, a block with the chosen one in it.
class Rows {
  constructor(root, onUnit) {
    this.bar = root.querySelector(".lv-rows");
    this.words = root.querySelector(".lv-rows-words");
    this.before = root.querySelector(".lv-rows-before");
    this.after = root.querySelector(".lv-rows-after");
    this.before.addEventListener("click", () => onUnit(this.block * this.most - 1));
    this.after.addEventListener("click", () => onUnit((this.block + 1) * this.most));
  }

  /** The units of the block of this one, from 0; the last block is as long as the others. */
  show(film, unit) {
    this.most = film.overview.units;
    this.block = Math.floor(unit / this.most);
    const first = Math.min(this.block * this.most, film.units - this.most);
    const last = first + this.most;
    this.bar.hidden = this.most === film.units;
    this.words.textContent = `units ${first + 1} to ${last} of ${film.units}`;
    disable(this.before, first === 0);
    disable(this.after, last === film.units);
    return Array.from({ length: this.most }, (_, k) => first + k);
  }

  have(unit) {
    return Math.floor(unit / this.most) === this.block;
  }
}

export class OverviewView {
  // onJump(t, name, unit) when a value is clicked, onUnit(unit) when other rows are asked for.
  constructor(root, { onJump, onUnit }) {
    this.box = root.querySelector(".lv-overview-box");
    this.plot = root.querySelector(".lv-overview-plot");
    this.frame = root.querySelector(".lv-overview-frame");
    this.onJump = onJump;
    this.plotly = null;
    this.rows = new Rows(root, onUnit);
  }

  /** @param {import("../film/film.js").Place} at */
  async draw(film, palette, at) {
    const { data, layout } = film.overview;
    const units = this.rows.show(film, at.unit);
    this.palette = palette;
    const width = this.box.clientWidth;
    const narrow = width < NARROW;
    this.film = film;
    this.margin = { ...layout.margin, l: narrow ? 42 : layout.margin.l };
    this.width = width;
    this.height = layout.height;
    const filled = data.map((heatmap) => {
      const values = Array.from({ length: film.steps }, (_, t) => film.values(heatmap.name, t));
      return {
        ...heatmap,
        z: units.map((unit) => values.map((row) => row[unit] / film.scales[heatmap.name])),
        customdata: units.map((unit) => values.map((row, t) => [film.unitNumber(unit), film.stepNumber(t), row[unit], unit, t])),
      };
    });
    const axis = { ...layout.yaxis };
    if (narrow) axis.ticktext = data.map((heatmap) => `<i>${film.signals[heatmap.name].symbol}</i>`);
    const room = (width - this.margin.l - this.margin.r) / film.steps;
    const labelled = { ...layout.xaxis };
    if (narrow && labelled.ticktext.length === film.steps) labelled.ticktext = film.tokens.map((token) => escapePlotly(short(token, SHORTEST)));
    const longest = Math.max(...labelled.ticktext.map((text) => text.length));
    const xaxis = labelled;
    if (film.isPart && longest * LETTER > room) {
      const number = LETTER * (String(film.of).length + 1);
      const every = EVERY.find((steps) => steps * room > number) ?? EVERY.at(-1);
      xaxis.tickvals = [...Array(film.steps).keys()].filter((t) => film.stepNumber(t) % every === 0);
      xaxis.ticktext = xaxis.tickvals.map((t) => String(film.stepNumber(t)));
    } else if (!xaxis.tickangle && longest * LETTER > room) {
      xaxis.tickangle = -90;
      const more = Math.max(UPRIGHT, Math.ceil(longest * LETTER * WIDEST) + 12 - this.margin.b);
      this.margin.b += more;
      this.height += more;
    }
    const sized = { ...layout, width, height: this.height, margin: this.margin, xaxis, yaxis: axis };
    sized.hoverlabel = { bgcolor: "$panel", bordercolor: "$faint", font: { color: "$ink", size: 13 } };
    await this.plotly.react(this.plot, resolve(filled, palette), resolve(sized, palette), { displayModeBar: false });
    makePrintable(this.plot, sized);
    if (!this.listening) {
      this.listening = true;
      this.plot.on("plotly_click", (event) => {
        const point = event.points[0];
        this.onJump(point.customdata[4], point.data.name, point.customdata[3]);
      });
    }
  }

  /** @param {import("../film/film.js").Place} at */
  async show(at) {
    if (!this.rows.have(at.unit)) await this.draw(this.film, this.palette, at);
    const room = this.width - this.margin.l - this.margin.r;
    const step = room / this.film.steps;
    const wide = Math.max(step, 5);
    this.frame.style.transform = `translateX(${this.margin.l + (at.t + 0.5) * step - wide / 2}px)`;
    this.frame.style.width = `${wide}px`;
    this.frame.style.top = "0px";
    this.frame.style.height = `${this.height - this.margin.b + 2}px`;
  }
}
