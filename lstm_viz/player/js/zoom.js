// Two levels of one film: the row of all cells, and one cell.  Mirrors lstm_viz/figures/unrolled/.

const ZOOM = 500; // milliseconds of the way from one level to the other
const BEFORE = 44; // pixels of a column that are seen above the cell at work

// What every changing trace of the row looks like at stage k of step t.
function composeRow(film, row, t, k) {
  const [dx, dy] = row.shift;
  const lit = { ...film.quiet, ...film.lit[k] };
  const base = Object.fromEntries(row.data.map((trace) => [trace.name, trace]));
  // Plotly draws the traces it is handed together, above others: all are, or lines would cover letters.
  const patches = Object.fromEntries(row.data.map((trace) => [trace.name, {}]));
  for (const name of row.moving) {
    const lights = lit[name === "ops now" ? "ops" : name];
    patches[name] = { ...lights, x: base[name].x.map((x) => x + t * dx), y: base[name].y.map((y) => y + t * dy) };
  }
  const ahead = film.stages[k].carries ? t + 1 : -1;
  row.colours.forEach((color, step) => {
    const later = step === ahead ? "next" : "empty";
    const look = step < t ? "done" : step === t ? String(k) : later;
    patches[`strips ${step}`] = { marker: { color, opacity: row.looks[Math.min(step, 1)][look] } };
  });
  const [[x0, y0], [x, y]] = [row.belt[0], row.belt[k]];
  patches.belt = { x: [x0, x + t * dx], y: [y0, y + t * dy] };
  const inks = (name) => {
    const quiet = row.inks[name];
    return row.colours.flatMap((_, step) => (step === t ? lit[name].textfont.color.slice(0, quiet.length) : quiet));
  };
  patches.letters = { textfont: { color: inks("gate text") } };
  patches.signs = { textfont: { color: inks("ops") } };
  patches.tokens = { textfont: { color: row.colours.map((_, step) => (step === t ? "$ink" : "$muted")) } };
  return patches;
}

// The parts of the cell at step t: the wires that dots run along, the strips that units are marked in.
function partsAt(row, t) {
  row.parts ??= [];
  const [dx, dy] = [row.shift[0] * t, row.shift[1] * t];
  return (row.parts[t] ??= {
    wires: Object.fromEntries(
      Object.entries(row.wires).map(([name, { color, points }]) => [
        name,
        { color, points: points.map(([x, y]) => [x + dx, y + dy]) },
      ]),
    ),
    ops: row.ops.map(([x, y, radius]) => [x + dx, y + dy, radius]),
    strips: Object.fromEntries(
      Object.entries(row.strips).map(([name, strip]) => [
        name,
        { ...strip, at: strip.at.map(([x, y]) => [x + dx, y + dy]) },
      ]),
    ),
  });
}

// The part of a column that is seen while step t is at work: from its cell on, below a bit of the last.
function rowWindow(row, t) {
  if (row.window >= row.height) return null; // all of it
  const start = t ? row.cells[t][1] - BEFORE : 0;
  return [0, start, row.width, start + row.window];
}

// The view of the level that is looked at.
const levelView = (film, { name, level }) => (level === "row" && film.views[`${name}-row`]) || film.views[name];

// What is clicked to enter a cell of the row: its middle, so that neighbours do not overlap.
function cellHots(row) {
  return (row.cells ?? []).map(([x0, y0, x1, y1], t) => {
    const [dx, dy] = [(x1 - x0) * 0.12, (y1 - y0) * 0.04];
    return `<rect class="lv-hot lv-enter" data-cell="${t}" x="${x0 + dx}" y="${y0 + dy}" width="${x1 - x0 - 2 * dx}" height="${y1 - y0 - 2 * dy}" rx="8"/>`;
  });
}

class Zoom {
  // ready() when nothing is being drawn, redraw() draws the level that `cell.level` says, go(t) goes
  // to a step, changed() after the level has changed.
  constructor(root, cell, tell) {
    Object.assign(this, { root, cell, ...tell });
    this.button = root.querySelector(".lv-zoom");
    this.button.addEventListener("click", () => this.toggle());
    cell.hots.addEventListener("click", (event) => {
      const { cell: t } = event.target.dataset;
      if (t === undefined) return;
      this.go(Number(t));
      this.toggle();
    });
    this.place("cell");
  }

  open(film) {
    this.film = film;
    this.button.hidden = !film.level;
    if (!film.level) this.place("cell");
  }

  // Be at a level at once; true if it is another one.
  place(level = "cell") {
    const before = this.cell.level;
    const inside = level === "cell";
    this.cell.level = this.root.dataset.level = level;
    this.button.querySelector(".lv-level").textContent = inside ? "All cells" : "One cell";
    this.button.title = inside ? "Zoom out to the row of all cells" : "Zoom into this cell";
    return before !== level;
  }

  address(query) {
    if (!this.film?.level) return;
    query.delete("view");
    if (this.cell.level === "cell") query.set("view", "cell");
  }

  // True if the key was ours.
  key(event) {
    const ours = event.key.toLowerCase() === "z" && this.film?.level && !event.defaultPrevented;
    if (!ours || event.ctrlKey || event.metaKey || event.altKey) return false;
    if (event.composedPath()[0].closest?.(TYPING) || document.querySelector(OVERLAY)) return false;
    if (!event.repeat) this.toggle();
    return true;
  }

  async toggle() {
    if (this.busy) return;
    this.busy = true;
    try {
      await this.ready();
      if (this.cell.plotly && this.cell.size) await this.change();
    } finally {
      this.busy = false;
    }
  }

  // The picture that goes stays as a copy.  Both move with one camera: at every moment the small
  // cell of the one and the big cell of the other are in the same place.
  async change() {
    const { cell } = this;
    const inwards = cell.level === "row";
    const from = this.box();
    const ghost = matchMedia("(prefers-reduced-motion: reduce)").matches ? null : this.copy();
    try {
      this.place(inwards ? "cell" : "row");
      await this.redraw();
      this.changed();
      if (ghost) await this.travel(ghost, from, this.box(), inwards);
    } finally {
      ghost?.remove();
      cell.camera.style.opacity = "";
    }
  }

  async travel(ghost, from, to, inwards) {
    const { camera, frame } = this.cell;
    const [old, now] = [ghost.style.transform, camera.style.transform];
    const move = (element, first, last, opacities) =>
      element.animate(
        [
          { transform: first, opacity: opacities[0] },
          { opacity: opacities[1], offset: 0.5 },
          { transform: last, opacity: opacities[2] },
        ],
        { duration: ZOOM, easing: "cubic-bezier(0.45, 0, 0.25, 1)", fill: "both" },
      );
    if (inwards) frame.prepend(ghost); // the row lies below the cell, both ways
    const moves = [
      move(ghost, carry(from, from, old), carry(from, to, old), inwards ? [1, 1, 0] : [1, 0.8, 0]),
      move(camera, carry(to, from, now), carry(to, to, now), inwards ? [0, 0.8, 1] : [0, 1, 1]),
    ];
    await Promise.allSettled(moves.map(({ finished }) => finished));
    moves.forEach((animation) => animation.cancel());
  }

  // Where the cell at work is in the frame: all of the picture, or its place in the row.
  box() {
    const { view, scale, at, camera } = this.cell;
    const rect = view.cells?.[at.t] ?? [0, 0, view.width, view.height];
    const { a: zoom, e: left, f: top } = new DOMMatrix(camera.style.transform);
    const [x0, y0, x1, y1] = rect.map((v) => v * scale * zoom);
    return { x: x0 + left, y: y0 + top, width: x1 - x0, height: y1 - y0 };
  }

  copy() {
    const { camera, frame } = this.cell;
    const ghost = camera.cloneNode(true);
    ghost.classList.add("lv-ghost");
    ghost.setAttribute("aria-hidden", "true");
    ghost.querySelectorAll("[id],[role]").forEach((element) => element.removeAttribute("role"));
    frame.append(ghost);
    camera.style.opacity = 0; // until both move
    return ghost;
  }
}

// As CSS: the camera's own transform, and then what takes box `a` of the frame to box `b`.
function carry(a, b, own) {
  const [sx, sy] = [b.width / a.width, b.height / a.height];
  return `translate(${b.x - a.x * sx}px, ${b.y - a.y * sy}px) scale(${sx}, ${sy}) ${own}`;
}
