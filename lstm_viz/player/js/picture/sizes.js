// Sizes of a trace at the scale of the picture on screen.

import { isLow, isSmall } from "./room.js";
import { isPresented } from "../shared/presented.js";

// Sizes are in pixels of the unscaled picture; type never goes below 11 px, in front of a class 20 px
// of a screen of 1280 × 720: of a larger one as many as take the same share of it, and a page that is
// enlarged has fewer, and larger ones.
// On a page enlarged to 200 % 9 px are 18 of the screen's.
const SMALLEST_TEXT = 11;
const SMALLEST_ENLARGED = 9;
const SMALLEST_PRESENTED = 20;
const PRESENTED = [1280, 720];

const NARROW_DIGITS = '"Source Sans", "Source Sans 3", "Source Sans Pro", Inter, "Segoe UI", sans-serif'; // a number that is larger than its cell was made for stays in it

const ROUND = ["ops", "loss"]; // with letters in them
const ROUND_TANH = 2.3; // such a symbol is so many times as wide as the type of the “tanh” in it is high

const LYING_BAR = "line-ew-open"; // bars are markers: thick lines (figures/shapes.py)
const UPRIGHT_BAR = "line-ns-open";

function smallest() {
  if (isPresented()) {
    const [wide, high] = [window.innerWidth / PRESENTED[0], window.innerHeight / PRESENTED[1]];
    return Math.max(SMALLEST_TEXT, SMALLEST_PRESENTED * Math.min(wide, Math.max(1, high)));
  }
  return isSmall() ? SMALLEST_ENLARGED : SMALLEST_TEXT;
}

/** The size on screen of type that is so large in the unscaled picture. */
export const typeSize = (size, scale) => Math.max(smallest(), size * scale);

/**
 * A trace, or what a frame says of it, at the scale of the picture.
 * @param {{ across: number, down: number }} stretch  how much wider and higher the picture is drawn than it was made:
 *   bars and cells get so with it
 * @param {string | string[]} [symbol]  of the trace
 */
export function scaleSizes(trace, scale, stretch, symbol = trace.marker?.symbol) {
  const times = (value, least = 0, by = (_) => 1) =>
    Array.isArray(value) ? value.map((v, k) => Math.max(least, v * scale * by(k))) : Math.max(least, value * scale * by(0));
  // What is long in one direction is thick in the other.
  const ways = { [LYING_BAR]: [stretch.across, stretch.down], [UPRIGHT_BAR]: [stretch.down, stretch.across] };
  const [long, thick] = [0, 1].map((side) => (k) => ways[Array.isArray(symbol) ? symbol[k] : symbol]?.[side] ?? 1);
  const scaled = structuredClone(trace);
  if (scaled.line?.width !== undefined) scaled.line.width = times(scaled.line.width, 1);
  if (scaled.marker?.size) scaled.marker.size = times(scaled.marker.size, ROUND.includes(trace.name) ? ROUND_TANH * smallest() : 0, long);
  if (scaled.marker?.line?.width) scaled.marker.line.width = times(scaled.marker.line.width, 0, thick);
  const least = trace.name === "labels" ? smallest() / 0.7 : smallest(); // of their subscripts
  if (scaled.textfont?.size) scaled.textfont.size = times(scaled.textfont.size, least);
  if ((isPresented() || isLow()) && scaled.textfont?.family) scaled.textfont.family = NARROW_DIGITS;
  return scaled;
}
