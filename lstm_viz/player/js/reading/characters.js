// Characters as a reader counts them, and as they are written where they could not be seen.  Python has
// the last word on what a character is: the network reads one at a step.

const SEGMENTS = Intl.Segmenter && new Intl.Segmenter("en", { granularity: "grapheme" });
const PLAIN = /^[\n\x20-\x7e]*$/;

export const charactersOf = (text) =>
  PLAIN.test(text) || !SEGMENTS ? Array.from(text) : Array.from(SEGMENTS.segment(text), ({ segment }) => segment);

export const SIGNS = { " ": "␣", "\n": "⏎", "\t": "⇥" };
export const visible = (character) => SIGNS[character] ?? character;

// A full stop or a quotation mark between quotes needs room to be seen.
const SMALL = /^[.,:;'"`´‘’“”-]$/;

export const quoted = (character) => (SMALL.test(character) ? `‘\u2009${character}\u2009’` : `‘${visible(character)}’`);
