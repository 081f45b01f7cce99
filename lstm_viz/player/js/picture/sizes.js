// Sizes of a trace at the scale of the picture on screen.

import { isSmall } from "./room.js";
import { isPresented } from "../shared/presented.js";

// Sizes are in pixels of the unscaled picture; type never goes below 11 px, in front of a class 20 px.
// On a page enlarged to 200 % 9 px are 18 of the screen's.
const SMALLEST_TEXT = 11;
const SMALLEST_ENLARGED = 9;
const SMALLEST_PRESENTED = 20;

const NARROW_DIGITS = '"Source Sans", "Source Sans 3", "Source Sans Pro", Inter, "Segoe UI", sans-serif'; // a large number stays in its cell

const ROUND_TANH = 2.3; // a symbol is so many times as wide as the type of the “tanh” in it is high

function smallest() {
  if (isPresented()) return SMALLEST_PRESENTED;
  return isSmall() ? SMALLEST_ENLARGED : SMALLEST_TEXT;
}

/** The size on screen of type that is so large in the unscaled picture. */
export const typeSize = (size, scale) => Math.max(smallest(), size * scale);

export function scaleSizes(trace, scale) {
  const times = (value, least = 0) =>
    Array.isArray(value) ? value.map((v) => Math.max(least, v * scale)) : Math.max(least, value * scale);
  const scaled = structuredClone(trace);
  if (scaled.line?.width !== undefined) scaled.line.width = times(scaled.line.width, 1);
  if (scaled.marker?.size) scaled.marker.size = times(scaled.marker.size, trace.name === "ops" ? ROUND_TANH * smallest() : 0);
  if (scaled.marker?.line?.width) scaled.marker.line.width = times(scaled.marker.line.width);
  const least = trace.name === "labels" ? smallest() / 0.7 : smallest(); // of their subscripts
  if (scaled.textfont?.size) scaled.textfont.size = times(scaled.textfont.size, least);
  if (isPresented() && scaled.textfont?.family) scaled.textfont.family = NARROW_DIGITS;
  return scaled;
}
