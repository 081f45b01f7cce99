// Colours as red, green, blue and opacity.

/** @type {Map<string, number[] | null>} */
const read = new Map();

/** @param {string} colour  #rrggbb, rgb(…) or rgba(…) @returns {number[] | null} */
function channelsOf(colour) {
  if (!read.has(colour)) {
    const hex = /^#(..)(..)(..)$/.exec(colour)?.slice(1).map((pair) => parseInt(pair, 16));
    const found = hex ?? (/^rgba?\(/.test(colour) ? colour.match(/[\d.]+/g).map(Number) : null);
    read.set(colour, found && [...found, 1].slice(0, 4));
  }
  return read.get(colour) ?? null;
}

/** A colour between two. @param {string} a @param {string} b @param {number} share */
export function mixed(a, b, share) {
  const [from, to] = [channelsOf(a), channelsOf(b)];
  if (!from || !to) return b;
  const [red, green, blue, opacity] = from.map((value, n) => value + (to[n] - value) * share);
  return `rgba(${Math.round(red)}, ${Math.round(green)}, ${Math.round(blue)}, ${opacity})`;
}

/** Where a scale of [place, colour] has its colour for a place. @param {[number, string][]} stops @param {number} place */
export function onScale(stops, place) {
  const n = Math.max(1, stops.findIndex(([stop]) => stop >= place));
  const [[low, a], [high, b]] = [stops[n - 1], stops[n]];
  return mixed(a, b, (place - low) / (high - low));
}

/** The stops of a scale: a gate's is pale at 0 and full at 1, that of what has a sign goes from −1 to 1. @returns {[number, string][]} */
export const stopsOf = (palette, scale) => (scale === "values" ? palette.values : [[0, palette[`pale_${scale}`]], [1, palette[scale]]]);

const AT = /^\$(on )?(\w+)@(-?[\d.]+)$/;

/** "$role" as the colour of a theme: "$f@0.83" is one on the scale of f, "$on f@0.83" the ink that can be read there. @param {string} role @param {Contract.Palette} palette */
export function colourOf(role, palette) {
  const [, on, scale, share] = AT.exec(role) ?? [];
  if (!scale) return palette[role.slice(1)];
  const place = scale === "values" ? (Number(share) + 1) / 2 : Number(share);
  const fill = onScale(stopsOf(palette, scale), Math.max(0, Math.min(1, place)));
  return on ? readableOn(fill, palette) : fill;
}

const READABLE = 4.5; // contrast of a number with the colour it stands on (WCAG 2.2)

/** The theme's ink, or white or black where it cannot be read. @param {string} fill @param {Contract.Palette} palette */
function readableOn(fill, { ink, white, black }) {
  return [ink, white, black].find((one) => contrast(one, fill) >= READABLE) ?? black;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function luminance(colour) {
  const [red, green, blue] = channelsOf(colour).map((value) => value / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
