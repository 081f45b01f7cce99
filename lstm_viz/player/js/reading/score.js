// The aligned picture for a stretch of characters: values into the description that
// figures/reading/picture.py made, and the letters.  Knows no page.

import { colourAt, inScale, joinedScale, paler, placeOn } from "./colours.js";
import { SIGNS, visible } from "./characters.js";
import { shareOf } from "./row_values.js";
import { escapeHtml } from "../shared/html.js";
import { merge, resolve } from "../shared/patches.js";

export const rowsOf = (reading, name) => reading.picture.rows.filter((row) => row.name === name);
/** @param {number[]} stretch */
const range = ([first, last]) => Array.from({ length: last - first }, (_, k) => first + k);

// Bars narrower than this, in pixels, stand together as one: as the largest of them.
const LEAST_BAR = 1.5;

function barsOf(trace, stretch, width, valueAt) {
  const together = Math.max(1, Math.ceil(LEAST_BAR / width));
  const [x, y] = [[], []];
  for (let first = stretch[0]; first < stretch[1]; first += together) {
    let largest = 0;
    for (let t = first; t < Math.min(first + together, stretch[1]); t += 1) {
      const value = valueAt(t);
      if (Math.abs(value) > Math.abs(largest)) largest = value;
    }
    x.push(first + together / 2);
    y.push(largest);
  }
  return { ...trace, x, y, width: trace.width * together };
}

export function scoreTraces(reading, width, stretch, palette) {
  const [bars, text, signals, caps] = reading.picture.score.data;
  const [{ height, top }] = rowsOf(reading, "surprise");
  const heightAt = (t) => -Math.min((reading.surprise[t] / reading.picture.bits) * height, height + top);
  return [
    barsOf(resolve(bars, palette), stretch, width, heightAt),
    ...[text, signals].map((trace) => heatmap(reading, trace, stretch, palette)),
    capsOf(reading, resolve(caps, palette), stretch, width),
  ];
}

// A sign on each bar that is off the scale.
function capsOf(reading, trace, stretch, width) {
  const x = range(stretch).filter((t) => reading.surprise[t] > reading.picture.bits).map((t) => t + 0.5);
  const size = Math.min(trace.marker.size, Math.max(3, width));
  return merge(trace, { x, y: x.map(() => trace.marker.size / 2 + 1), marker: { size } });
}

// Each row of the picture fills as many of the heatmap's even rows as it is high.
function heatmap(reading, { scales, count, top, ...trace }, stretch, palette) {
  const [first, last] = stretch;
  const names = Object.keys(scales);
  const tint = trace.name === "text" ? reading.picture.tint : 1;
  const z = Array.from({ length: count }, () => Array(last - first).fill(null));
  for (const row of reading.picture.rows) {
    const n = names.indexOf(row.scale);
    if (n < 0) continue;
    const colorscale = scales[row.scale];
    const values = range([first, last]).map((t) => {
      const share = shareOf(reading, row, t);
      return share === null ? null : inScale(n, names.length, placeOn(colorscale, share));
    });
    for (let k = 0; k < row.height / row.fine; k += 1) z[(row.top - top) / row.fine + k] = values;
  }
  const stops = names.map((name) => paler(scales[name], tint, palette));
  return { ...resolve(trace, palette), x0: first + 0.5, dx: 1, z, colorscale: joinedScale(stops) };
}

// The letters and three guesses at each, the right one framed; where a column is too narrow, none.
const LETTER = { least: 12, most: 18, guess: 13 };

export function lettersHtml(reading, { width }, stretch) {
  if (width < reading.picture.smallest) return "";
  const size = Math.max(LETTER.least, Math.min(LETTER.most, width * 0.94));
  const places = range(stretch);
  const line = ({ top, drawn }, pixels, cells) =>
    `<div style="top:${top}px;height:${drawn}px;line-height:${drawn}px;font-size:${pixels}px">${cells.join("")}</div>`;
  const lines = rowsOf(reading, "letters").map((row) => line(row, size, places.map((t) => {
    const character = reading.characters[t];
    return character in SIGNS ? `<i class="lv-sign">${SIGNS[character]}</i>` : `<i>${escapeHtml(character)}</i>`;
  })));
  for (const row of rowsOf(reading, "guess")) {
    lines.push(line(row, Math.max(11, Math.min(LETTER.guess, size * 0.86)), places.map((t) => {
      const [guess] = reading.expected(t)[row.rank] ?? [""];
      return `<i${guess === reading.readAs(t) ? ' class="lv-right"' : ""}>${escapeHtml(visible(guess))}</i>`;
    })));
  }
  return lines.join("");
}

// What is left of each earlier write, up to the current step; the rest of the stretch is empty.
// Filled as a cell state of that size would be; an outline, where there is room, shows the palest.
// Colours go as colours: Plotly warns, slowly, of each bar whose colour is a number on a scale.
const ADDED = 0.96; // on the scale of values

const OUTLINED = 4; // pixels a column is wide

export function ledgerTraces(reading, { contributions }, largest, width, stretch, palette) {
  const [trace] = resolve(reading.picture.ledger.data, palette);
  const [added, taken] = [ADDED, 1 - ADDED].map((at) => colourAt(palette.values, at));
  const bars = barsOf(trace, stretch, width, (t) => (contributions[t] ?? 0) / largest);
  const strong = bars.y.map((value) => (value < 0 ? taken : added));
  if (width < OUTLINED) return [merge(bars, { marker: { color: strong } })];
  const color = bars.y.map((value) => colourAt(palette.values, (1 + (value * largest) / reading.scale) / 2));
  const drawn = bars.y.map((value) => Number(Math.abs(value) > 0.01)); // an outline of nothing is a line
  return [merge(bars, { marker: { color, line: { color: strong, width: drawn } } })];
}

// Numbers of characters under the columns: round ones, as many as have room.
const NUMBER_ROOM = 52; // pixels

export function columnNumbersHtml({ width }, stretch) {
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((count) => count * width >= NUMBER_ROOM) ?? 2000;
  const numbers = range(stretch).map((t) => t + 1).filter((number) => number % step === 0);
  return numbers.map((number) => `<i style="left:${(number - 0.5 - stretch[0]) * width}px">${number}</i>`).join("");
}
