// Colours of values outside Plotly, mixed as Plotly mixes them.

import { resolve } from "../shared/patches.js";

const channelsOf = (hex) => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));

function mixed(one, other, part) {
  const [a, b] = [channelsOf(one), channelsOf(other)];
  return `#${a.map((v, k) => Math.round(v + (b[k] - v) * part).toString(16).padStart(2, "0")).join("")}`;
}

// share from 0 to 1 along the stops [[0, colour], …, [1, colour]].
export function colourAt(stops, share) {
  const at = Math.max(0, Math.min(1, share));
  const k = Math.max(1, stops.findIndex(([stop]) => stop >= at));
  const [[low, start], [high, end]] = [stops[k - 1], stops[k]];
  return mixed(start, end, (at - low) / (high - low));
}

// A scale from 0 to 1 (or from −1, then it is one of the palette's) as [[at, colour], …].
export const stopsOf = (colorscale, palette) => resolve(colorscale, palette);

const isSigned = (colorscale) => typeof colorscale === "string";
export const onScale = (colorscale, share) => (isSigned(colorscale) ? (share + 1) / 2 : share);
export const paler = (stops, tint, palette) => stops.map(([at, colour]) => [at, mixed(palette.paper, colour, tint)]);

// share -> the ground of a letter: the paint's colour, weak enough to read ink on it.  In steps, so
// that a letter is repainted only when one could see it.
const STEPS_OF_PAINT = 48;

export function groundOf({ colorscale }, tint, palette) {
  const stops = paler(stopsOf(colorscale, palette), tint, palette);
  const made = new Map();
  return (share) => {
    if (share === null) return "transparent";
    const step = Math.round(onScale(colorscale, share) * STEPS_OF_PAINT);
    if (!made.has(step)) made.set(step, colourAt(stops, step / STEPS_OF_PAINT));
    return made.get(step);
  };
}

// Several scales side by side as one, with a little room between that no value falls into.
const ROOM = 0.02;

export const inScale = (n, count, at) => (n + ROOM / 2 + (1 - ROOM) * Math.max(0, Math.min(1, at))) / count;

export function joinedScale(scales) {
  const joined = scales.flatMap((stops, n) => stops.map(([at, colour]) => [inScale(n, scales.length, at), colour]));
  return [[0, joined[0][1]], ...joined, [1, joined.at(-1)[1]]];
}
