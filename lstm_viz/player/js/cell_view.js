// The picture of the cell: one Plotly figure, and above it a layer for dots and marks.

const NARROW = 720;

class CellView {
  constructor(root, { onPick, onPoint }) {
    this.root = root;
    this.box = root.querySelector(".lv-picture");
    this.plot = root.querySelector(".lv-plot");
    this.layer = root.querySelector(".lv-layer");
    this.flow = new Flow(this.layer.querySelector(".lv-dots"));
    this.marks = this.layer.querySelector(".lv-marks");
    this.onPick = onPick;
    this.onPoint = onPoint;
    this.movingUntil = 0;
    this.unconfirmed = new Map();
  }

  // Choose the layout that fits, and the scale at which it fills the room there is.
  fit(film) {
    const room = this.box.clientWidth;
    this.name = this.root.clientWidth < NARROW ? "tall" : "wide";
    this.view = film.views[this.name];
    const { width, height } = this.view;
    const top = this.box.getBoundingClientRect().top + window.scrollY;
    const below = Math.max(window.innerHeight - top - 10, 380);
    const least = this.name === "wide" ? Math.min(0.62, room / width) : 0.9;
    const most = this.name === "wide" ? Math.min(room / width, Math.max(below / height, 0.74)) : room / width;
    this.scale = Math.max(least, Math.min(most, 1.6));
    const size = { width: Math.round(width * this.scale), height: Math.round(height * this.scale) };
    this.plot.style.width = this.layer.style.width = `${size.width}px`;
    this.plot.style.height = this.layer.style.height = `${size.height}px`;
    this.box.style.height = `${size.height}px`;
    this.layer.setAttribute("viewBox", `0 0 ${width} ${height}`);
    return size;
  }

  async draw(film, palette, at) {
    this.at = at;
    // A movement under way would go on to places of the old size; let it end.
    const left = this.movingUntil - performance.now();
    if (left > 0) await new Promise((done) => setTimeout(done, left));
    const size = this.fit(film);
    this.film = film;
    this.palette = palette;
    this.index = Object.fromEntries(this.view.data.map((trace, n) => [trace.name, n]));
    const patches = this.patches(film, at);
    const data = this.view.data.map((trace) =>
      resolve(merge(scaleSizes(trace, this.scale), patches[trace.name] ?? {}), palette),
    );
    this.shown = Object.fromEntries(
      Object.entries(patches).map(([name, patch]) => [name, JSON.stringify(patch)]),
    );
    data[this.index.strips].hovertext = this.hoverTexts(at);
    this.unconfirmed.clear();
    await this.plotly.react(this.plot, data, this.layout(size), {
      displayModeBar: false,
      scrollZoom: false,
      doubleClick: false,
      staticPlot: false,
    });
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

  hoverTexts({ t, stage }) {
    const { film } = this;
    const { states } = film.stages[stage];
    return this.view.data[this.index.strips].customdata.map(([name, k]) => {
      const { label, symbol } = film.signals[name];
      if (states[name] === "empty") return `${label}: not computed yet`;
      const value = valuesAt(film, name, t + Number(states[name] === "next"))[k];
      const which = name === "x" ? escapePlotly(film.columns[k]) : `unit ${k + 1}`;
      return `${label} ${symbol}, ${which}: <b>${formatExact(value)}</b>`;
    });
  }

  picked(event, tell) {
    const point = event.points.find((p) => p.customdata);
    if (!point) return;
    const [name, k] = point.customdata;
    const empty = this.film.stages[this.at.stage].states[name] === "empty";
    tell(empty && tell === this.onPick ? null : { name, k });
  }

  // What can differ from the frame on screen: lights and values, and words that came with an edit.
  patches(film, at) {
    this.view = film.views[this.name];
    const patches = compose(film, this.view, at.t, at.stage);
    for (const name of ["columns", "key text", "labels"]) {
      if (name in this.index) patches[name] = { ...patches[name], text: this.view.data[this.index[name]].text };
    }
    this.leaveRoom(patches);
    for (const [name, patch] of Object.entries(patches)) if (patch.marker?.size) patches[name] = scaleSizes(patch, this.scale);
    return patches;
  }

  // In a small picture the inputs keep their colours; their numbers and names only where they fit.
  leaveRoom(patches) {
    if (this.name !== "wide" || !this.view.strips.x) return;
    const width = this.view.strips.x.size[0] * this.scale;
    const [digits, letters] = [Math.floor(width / 7.2), Math.floor(width / 6)];
    const { customdata } = this.view.data[this.index.strips];
    const { strips, columns } = patches;
    const fits = strips.text.every((text, n) => customdata[n][0] !== "x" || text.length <= digits);
    if (!fits) strips.text = strips.text.map((text, n) => (customdata[n][0] === "x" ? NO_TEXT : text));
    columns.text = columns.text.map((text, k) => {
      const name = [...this.film.columns[k]];
      return name.length > letters ? escapePlotly(`${name.slice(0, letters - 1).join("")}…`) : text;
    });
  }

  // Move to a frame: only traces that differ are handed to Plotly.
  show(film, at, { duration = 0, moving = false, endless = () => false } = {}) {
    this.film = film;
    this.at = at;
    const patches = Object.entries(this.patches(film, at));
    const differing = patches.filter(([name, patch]) => this.shown[name] !== JSON.stringify(patch));
    if (differing.length) {
      // A step that comes too soon makes Plotly drop the one before: what is not yet confirmed goes again.
      const changed = patches.filter((entry) => differing.includes(entry) || this.unconfirmed.has(entry[0]));
      for (const [name, patch] of changed) this.shown[name] = JSON.stringify(patch);
      const data = changed.map(([name, patch]) => ({
        ...resolve(patch, this.palette),
        ...(name === "strips" ? { hovertext: this.hoverTexts(at) } : {}),
      }));
      this.animate(data, changed.map(([name]) => name), duration);
    }
    this.flow.show(this.view, film.stages[at.stage].wires, this.palette, { moving, endless });
    this.mark();
  }

  // A jump during a movement needs a movement of its own, or the old one would have the last word.
  animate(data, names, duration) {
    const now = performance.now();
    const time = now < this.movingUntil ? Math.max(duration, 1) : duration;
    const call = {};
    this.movingUntil = now + time + 40;
    names.forEach((name) => this.unconfirmed.set(name, call));
    this.plotly
      .animate(
        this.plot,
        { data, traces: names.map((name) => this.index[name]) },
        { mode: "immediate", frame: { duration: time, redraw: false }, transition: { duration: time, easing: "cubic-in-out" } },
      )
      .then(() => names.forEach((name) => this.unconfirmed.get(name) === call && this.unconfirmed.delete(name)))
      .catch(() => {}); // an interrupted animation rejects; the next one is on its way
  }

  point(name) {
    this.pointed = name;
    this.mark();
  }

  // A ring round the chosen unit in every lit strip, and round the strip that is pointed at.
  mark() {
    const { unit } = this.at;
    const stage = this.film.stages[this.at.stage];
    const rings = [];
    for (const [name, strip] of Object.entries(this.view.strips)) {
      const place = stage.carries && name in this.film.carried ? this.view.strips[this.film.carried[name]] : strip;
      const lit = stage.states[name] === "active" && name !== "x";
      if (lit && strip.cells > 1) rings.push(ring(place, unit, unit, "lv-ring"));
      if (name === this.pointed) rings.push(ring(place, 0, strip.cells - 1, "lv-pointed"));
    }
    this.marks.innerHTML = rings.join("");
  }
}

function ring(strip, from, to, kind) {
  const [width, height] = strip.size;
  const [a, b] = [strip.at[from], strip.at[to]];
  const [x, y] = [Math.min(a[0], b[0]) - width / 2, Math.min(a[1], b[1]) - height / 2];
  return `<rect class="${kind}" x="${x - 1}" y="${y - 1}" width="${Math.abs(b[0] - a[0]) + width + 2}" height="${Math.abs(b[1] - a[1]) + height + 2}" rx="2"/>`;
}

function formatExact(value) {
  if (value === 0) return "0";
  const size = Math.abs(value);
  const text = size < 1e-4 || size >= 1e5 ? value.toExponential(3) : value.toFixed(4);
  return text.replace(/-/g, "−");
}
