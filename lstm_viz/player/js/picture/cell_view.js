// The picture of the cell: one Plotly figure, and above it a layer for dots and marks.

import { FieldsView } from "./fields_view.js";
import { Figure } from "./figure.js";
import { Flow } from "./flow.js";
import { heightFor, isLow, isNarrow, notCutting, stretchFor } from "./room.js";
import { makePrintable } from "./printed.js";
import { scaleSizes } from "./sizes.js";
import { merge, resolve } from "../shared/patches.js";
import { isPresented } from "../shared/presented.js";

const LARGEST = 1.6; // times the size that it was made for; in front of a class it fills the screen

export class CellView {
  // onPick({name, k}) when a value is clicked, onPoint when it is pointed at, onGo(t, stage),
  // onRun(t, unit) when a value is clicked that comes from the run that the frame shows, onUnit(number) when a unit of the network is clicked that is not among the chosen.
  constructor(root, { onPick, onPoint, onGo, onRun, onUnit }) {
    this.root = root;
    this.box = root.querySelector(".lv-picture");
    this.plot = root.querySelector(".lv-plot");
    this.frame = root.querySelector(".lv-frame");
    this.camera = root.querySelector(".lv-camera");
    this.layer = root.querySelector(".lv-layer");
    this.fields = new FieldsView(root, { onPoint: (name) => onPoint(name && { name }), onPick: onUnit });
    this.flow = new Flow(this.layer.querySelector(".lv-dots"));
    this.marks = this.layer.querySelector(".lv-marks");
    this.hots = this.layer.querySelector(".lv-hots");
    this.hots.addEventListener("click", ({ target }) => target.dataset.stage && this.onGo(null, Number(target.dataset.stage)));
    this.onPick = onPick;
    this.onPoint = onPoint;
    this.onGo = onGo;
    this.onRun = onRun;
    this.figure = new Figure(this.plot);
    this.plotly = null;
  }

  // Choose the layout that fits, and the scale at which it fills the room there is.
  fit(film) {
    const room = this.box.clientWidth;
    this.name = isNarrow(this.root) ? "tall" : "wide";
    this.view = film.picture(this.name);
    const { width, height } = this.view;
    const high = heightFor(this.root, this.box) / height;
    const [wide, tall] = isLow() ? [0.5, 0.8] : [0.62, 0.9];
    const least = this.name === "wide" ? Math.min(wide, room / width) : tall;
    const most = this.name === "wide" || isLow() ? Math.min(room / width, high) : room / width;
    const seen = isPresented() ? most : Math.min(most, LARGEST);
    const fitting = this.name === "wide" ? notCutting(this.root, seen, high, height) : seen;
    this.scale = Math.max(least, fitting);
    this.stretch = stretchFor(this.root, film, this.scale, room / width, high);
    this.scales = [this.scale * this.stretch.across, this.scale * this.stretch.down];
    const size = { width: Math.round(width * this.scales[0]), height: Math.round(height * this.scales[1]) };
    this.size = size;
    for (const element of [this.plot, this.layer, this.camera]) {
      element.style.width = `${size.width}px`;
      element.style.height = `${size.height}px`;
    }
    this.frame.style.height = `${size.height}px`;
    // In the middle of its room; a phone that is too narrow for it sees it smaller.
    const zoom = Math.min(room / size.width, 1);
    const [left, top] = [(room - size.width * zoom) / 2, (size.height - size.height * zoom) / 2];
    this.camera.style.transform = `translate(${left.toFixed(2)}px, ${top.toFixed(2)}px) scale(${zoom.toFixed(5)})`;
    this.layer.setAttribute("viewBox", `0 0 ${width} ${height}`);
    return size;
  }

  async draw(film, palette, at) {
    this.at = at;
    while (this.figure.movement.isOn) await new Promise(requestAnimationFrame); // what moves gets there
    const size = this.fit(film);
    this.film = film;
    this.palette = palette;
    this.index = Object.fromEntries(this.view.data.map((trace, n) => [trace.name, n]));
    this.fields.draw(film, this.view, size, palette);
    const patches = this.patches(film, at);
    const data = this.view.data.map((trace) =>
      resolve(merge(scaleSizes(trace, this.scale, this.stretch), patches[trace.name] ?? {}), palette),
    );
    for (const trace of data) if (trace.mode === "lines" && !trace.x.length) trace.x = trace.y = [null]; // or Plotly leaves it out
    await this.plotly.react(this.plot, data, this.layout(size), {
      displayModeBar: false,
      scrollZoom: false,
      doubleClick: false,
      staticPlot: false,
    });
    makePrintable(this.plot, size);
    this.figure.open([size.width / this.view.width, size.height / this.view.height]);
    this.hots.innerHTML = this.view.hots;
    // What is under the pointer is another thing now.
    setTimeout(() => this.plot.querySelector(".hoverlayer")?.replaceChildren(), 80);
    if (!this.listening) {
      this.listening = true;
      this.plot.on("plotly_click", (event) => this.picked(event, this.onPick));
      this.plot.on("plotly_hover", (event) => this.picked(event, this.onPoint));
      this.plot.on("plotly_unhover", () => this.onPoint(null));
    }
  }

  layout(size) {
    const { width, height } = this.view;
    return {
      ...size,
      margin: { l: 0, r: 0, t: 0, b: 0 },
      paper_bgcolor: "rgba(0,0,0,0)",
      plot_bgcolor: "rgba(0,0,0,0)",
      xaxis: { range: [0, width], visible: false, fixedrange: true },
      yaxis: { range: [height, 0], visible: false, fixedrange: true },
      hovermode: "closest",
      hoverdistance: 26,
      dragmode: false,
      hoverlabel: {
        bgcolor: this.palette.panel,
        bordercolor: this.palette.faint,
        font: { color: this.palette.ink, size: 13 },
      },
    };
  }

  picked(event, tell) {
    const point = event.points.find((p) => p.customdata);
    if (!point) return;
    const value = point.data.customdata[point.pointNumber]; // as the frame says: Plotly knows it as it was drawn
    const [name, k] = value;
    if (["@", "run"].includes(name)) {
      if (tell === this.onPick) this.follow(name === "run" ? this.valueAt(event.event) : value);
      return;
    }
    const empty = this.film.stages[this.at.stage].states[name] === "empty";
    tell(empty && tell === this.onPick ? null : { name, k });
  }

  // The value of a run whose cell is under the pointer: Plotly takes a flat cell to be as high as wide.
  valueAt({ clientX, clientY }) {
    const box = this.plot.getBoundingClientRect();
    const [left, top] = [((clientX - box.x) / box.width) * this.view.width, ((clientY - box.y) / box.height) * this.view.height];
    const points = this.plot.data
      .filter(({ customdata }) => customdata?.[0]?.[0] === "run")
      .flatMap(({ x, y, customdata }) => customdata.map((value, k) => ({ value, apart: Math.hypot(x[k] - left, y[k] - top) })));
    return points.reduce((nearest, point) => (point.apart < nearest.apart ? point : nearest)).value;
  }

  // To a frame, or from a value that is shown into the cell that it comes from.
  follow([how, t, stage]) {
    if (how === "run") this.onRun(t, stage); // with a unit in its place
    else this.onGo(t, stage);
  }

  // Where on the screen that is which the reader looks at: what a picture marks as "now", or all of it.
  now() {
    const frame = this.frame.getBoundingClientRect();
    const { x, y } = this.view.frame(this.film, this.at.t, this.at.stage).now ?? {};
    if (!x) return this.frame;
    const [across, down] = this.scales;
    const [left, top] = [Math.min(...x) * across, Math.min(...y) * down];
    const [width, height] = [Math.max(...x) * across - left, Math.max(...y) * down - top];
    return { getBoundingClientRect: () => new DOMRect(frame.x + left, frame.y + top, width, height) };
  }

  // What can differ from the frame on screen: lights and values, and words that came with an edit.
  patches(film, at) {
    this.view = film.picture(this.name);
    const patches = { ...this.view.frame(film, at.t, at.stage) }; // the frame itself stays as it was sent
    for (const name of ["columns", "key text", "labels"]) {
      if (name in this.index) patches[name] = { ...patches[name], text: this.view.data[this.index[name]].text };
    }
    if (this.name === "wide") this.view.leaveRoom(film, patches, this.scale);
    const hovertext = this.view.hover(film, at);
    if (hovertext) patches.strips = { ...patches.strips, hovertext };
    for (const [name, patch] of Object.entries(patches)) {
      if (patch.marker?.size || patch.marker?.line?.width || patch.line?.width || patch.textfont?.size) {
        patches[name] = scaleSizes(patch, this.scale, this.stretch, this.view.data[this.index[name]]?.marker?.symbol);
      }
    }
    return patches;
  }

  // Move to a frame.
  show(film, at, { duration, moving, endless }) {
    this.film = film;
    this.at = at;
    this.figure.move(resolve(this.patches(film, at), this.palette), duration);
    this.fields.show(film, this.view, at, duration);
    this.flow.show(this.view.parts(at.t), film.stages[at.stage].wires, this.palette, { moving, endless });
    this.mark();
  }

  stop() {
    this.flow.stop();
    this.fields.stop();
    this.figure.stop();
  }

  point(name) {
    this.pointed = name;
    this.mark();
  }

  // The field that belongs to a strip.
  fieldAt(place) {
    const { fields, strips } = this.view;
    return Object.entries(fields).find(([name]) => strips[name] === place)?.[1] ?? null;
  }

  // A ring round the chosen unit in every lit strip, and round the strip that is pointed at.
  // All values of x and h feed every gate: where one is computed, the ring is round all of them.
  mark() {
    const { unit } = this.at;
    const stage = this.film.stages[this.at.stage];
    const rings = [];
    const { strips } = this.view.parts(this.at.t);
    for (const [name, strip] of Object.entries(strips)) {
      const place = this.view.place(this.film, name, this.at);
      const lit = stage.states[name] === "active";
      const feeds = stage.gates.length > 0 && ["x", "h_prev"].includes(name);
      if (lit && feeds) rings.push(ring(place, 0, strip.cells - 1, "lv-ring", this.fieldAt(place)));
      else if (lit && strip.cells > 1 && name !== "x") rings.push(ring(place, unit, unit, "lv-ring"));
      if (name === this.pointed) rings.push(ring(place, 0, strip.cells - 1, "lv-pointed", this.fieldAt(place)));
    }
    this.marks.innerHTML = rings.join("");
  }
}

// Round these cells of a strip, and its field if it has one.
function ring(strip, from, to, kind, field = null) {
  const [width, height] = strip.size;
  const [a, b] = [strip.at[from], strip.at[to]];
  const [x, y] = [Math.min(a[0], b[0]) - width / 2, Math.min(a[1], b[1]) - height / 2];
  const [right, bottom] = [x + Math.abs(b[0] - a[0]) + width, y + Math.abs(b[1] - a[1]) + height];
  const [x0, y0, x1, y1] = field?.box ?? [x, y, right, bottom];
  const [left, top] = [Math.min(x, x0), Math.min(y, y0)];
  return `<rect class="${kind}" x="${left - 1}" y="${top - 1}" width="${Math.max(right, x1) - left + 2}" height="${Math.max(bottom, y1) - top + 2}" rx="2"/>`;
}
