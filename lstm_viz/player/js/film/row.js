// The row of all cells of a film, a cell a step.  Its parts: lstm_viz/figures/unrolled/.

const BEFORE = 44; // pixels of a column that are seen above the cell at work

// What every changing trace of the row looks like at stage k of step t.
export function composeRow(film, row, t, k) {
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
export function partsAt(row, t) {
  row.parts ??= [];
  row.parts[t] ??= movedParts(row, row.shift[0] * t, row.shift[1] * t);
  return row.parts[t];
}

function movedParts(row, dx, dy) {
  return {
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
  };
}

// The part of a column that is seen while step t is at work: from its cell on, below a bit of the last.
export function rowWindow(row, t) {
  if (row.window >= row.height) return null; // all of it
  const start = t ? row.cells[t][1] - BEFORE : 0;
  return [0, start, row.width, start + row.window];
}

// The view of the level that is looked at.
export const levelView = (film, { name, level }) => (level === "row" && film.views[`${name}-row`]) || film.views[name];

// What is clicked to enter a cell of the row: its middle, so that neighbours do not overlap.
export function cellHots(row) {
  return (row.cells ?? []).map(([x0, y0, x1, y1], t) => {
    const [dx, dy] = [(x1 - x0) * 0.12, (y1 - y0) * 0.04];
    return `<rect class="lv-hot lv-enter" data-cell="${t}" x="${x0 + dx}" y="${y0 + dy}" width="${x1 - x0 - 2 * dx}" height="${y1 - y0 - 2 * dy}" rx="8"/>`;
  });
}
