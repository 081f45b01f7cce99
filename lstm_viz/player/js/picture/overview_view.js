// Gates and states over the whole sequence, with the step on screen framed; click to jump.

import { escapePlotly, short } from "../shared/html.js";
import { NARROW } from "./room.js";
import { resolve } from "../shared/patches.js";

// Labels of steps that do not fit side by side stand upright: pixels a letter, and more room below.
const LETTER = 6.8;
const WIDEST = 1.3; // times as wide as most are names of capitals

const SHORTEST = 10; // letters of a label on a phone

const UPRIGHT = 46;

export class OverviewView {
  constructor(root, { onJump }) {
    this.box = root.querySelector(".lv-overview-box");
    this.plot = root.querySelector(".lv-overview-plot");
    this.frame = root.querySelector(".lv-overview-frame");
    this.onJump = onJump;
    this.plotly = null;
  }

  async draw(film, palette) {
    const { data, layout } = film.overview;
    const width = this.box.clientWidth;
    const narrow = width < NARROW;
    this.film = film;
    this.margin = { ...layout.margin, l: narrow ? 42 : layout.margin.l };
    this.width = width;
    this.height = layout.height;
    const filled = data.map((heatmap) => {
      const values = Array.from({ length: film.steps }, (_, t) => film.values(heatmap.name, t));
      const units = [...Array(film.units).keys()];
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
      xaxis.tickvals = [...Array(film.steps).keys()].filter((t) => film.stepNumber(t) % 10 === 0);
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
    if (!this.listening) {
      this.listening = true;
      this.plot.on("plotly_click", (event) => {
        const point = event.points[0];
        this.onJump(point.customdata[4], point.data.name, point.customdata[3]);
      });
    }
  }

  show(t) {
    const room = this.width - this.margin.l - this.margin.r;
    const step = room / this.film.steps;
    const wide = Math.max(step, 5);
    this.frame.style.transform = `translateX(${this.margin.l + (t + 0.5) * step - wide / 2}px)`;
    this.frame.style.width = `${wide}px`;
    this.frame.style.top = "0px";
    this.frame.style.height = `${this.height - this.margin.b + 2}px`;
  }
}
