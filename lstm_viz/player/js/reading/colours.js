// Colours of values in the aligned picture.

import { mixed, onScale } from "../shared/colours.js";
import { resolve } from "../shared/patches.js";

const bounded = (share) => Math.max(0, Math.min(1, share));

// share from 0 to 1 along the stops [[0, colour], …, [1, colour]].
export const colourAt = (stops, share) => onScale(stops, bounded(share));

const isSigned = (colorscale) => typeof colorscale === "string";
export const placeOn = (colorscale, share) => (isSigned(colorscale) ? (share + 1) / 2 : share);

// The stops of a scale, weaker by the share of the paper in them.
export const paler = (colorscale, tint, palette) => resolve(colorscale, palette).map(([at, colour]) => [at, mixed(palette.paper, colour, tint)]);

// share -> the ground of a letter: the paint's colour, weak enough to read ink on it.  In steps, so
// that a letter is repainted only when one could see it.
const STEPS_OF_PAINT = 48;

export function groundOf({ colorscale }, tint, palette) {
  const stops = paler(colorscale, tint, palette);
  const made = new Map();
  return (share) => {
    if (share === null) return "transparent";
    const step = Math.round(placeOn(colorscale, share) * STEPS_OF_PAINT);
    if (!made.has(step)) made.set(step, colourAt(stops, step / STEPS_OF_PAINT));
    return made.get(step);
  };
}

// Several scales side by side as one, with a little room between that no value falls into.
const ROOM = 0.02;

export const inScale = (n, count, at) => (n + ROOM / 2 + (1 - ROOM) * bounded(at)) / count;

export function joinedScale(scales) {
  const joined = scales.flatMap((stops, n) => stops.map(([at, colour]) => [inScale(n, scales.length, at), colour]));
  return [[0, joined[0][1]], ...joined, [1, joined.at(-1)[1]]];
}
