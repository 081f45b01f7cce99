// Characters as a reader counts them: the network reads one at a step.  Python has the last word.

const SEGMENTS = Intl.Segmenter && new Intl.Segmenter("en", { granularity: "grapheme" });
const PLAIN = /^[\n\x20-\x7e]*$/;

export const charactersOf = (text) =>
  PLAIN.test(text) || !SEGMENTS ? Array.from(text) : Array.from(SEGMENTS.segment(text), ({ segment }) => segment);
