// Colours as red, green, blue and opacity.

/** @type {Map<string, number[] | null>} */
const read = new Map();

/** @param {string} colour  #rrggbb, rgb(…) or rgba(…) @returns {number[] | null} */
export function channelsOf(colour) {
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
