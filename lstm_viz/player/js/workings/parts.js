// What the panels of workings are made of: cells of tables, notes, colours.

import { gatesOf, rowOf } from "../film/sums.js";
import { formatNumber } from "../shared/numbers.js";

export const unitsOf = (film) => [...Array(film.units).keys()];
export const unitHead = (unit, chosen) => `<th scope="row"${unit === chosen ? ' aria-current="true"' : ""}><span class="lv-wide">unit </span>${unit + 1}</th>`;
export const inBrackets = (value) => (value < 0 ? `(${formatNumber(value)})` : formatNumber(value));
export const rowsOf = (film, gate) => `${rowOf(film, gate, 0)} to ${rowOf(film, gate, film.units - 1)}`;

// A value's colour in both themes; the style sheet takes the one that is on.
export function shade(film, share) {
  const place = (Math.max(-1, Math.min(1, share)) + 1) / 2;
  const mixed = (theme) => {
    const stops = film.palettes[theme].values;
    const n = Math.max(1, stops.findIndex(([at]) => at >= place));
    const [[from, a], [to, b]] = [stops[n - 1], stops[n]];
    return `color-mix(in srgb, ${b} ${((100 * (place - from)) / (to - from)).toFixed(0)}%, ${a})`;
  };
  return `--light:${mixed("light")};--dark:${mixed("dark")}`;
}

// Colours of cells with a number in them stop where ink can no longer be read on them.
const SOFT = 0.65;

export function valueCell(film, value, scale, { hit = false } = {}) {
  return `<td class="lv-v${hit ? " lv-hit" : ""}" style="${shade(film, (SOFT * value) / scale)}">${formatNumber(value)}</td>`;
}

export function largestWeight(film) {
  film.largestWeight ??= Math.max(
    ...["weight_ih", "weight_hh"].flatMap((name) => [...Array(gatesOf(film).length * film.units).keys()].map((row) => Math.max(...film.weights[name](row).map(Math.abs)))),
  );
  return film.largestWeight;
}

export const heldNote = (film, gate, unit, made) =>
  film.isHeld(gate, unit)
    ? `<p class="lv-note lv-by-hand">The ${film.signals[gate].label} of unit ${unit + 1} is held at ${formatNumber(film.clamped[gate][unit])} by hand${made}.</p>`
    : "";
