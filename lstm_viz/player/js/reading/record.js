// A reading as the browser has it, and what follows from it.  Mirrors lstm_viz/reading/ledger.py.

import { unpack } from "../shared/arrays.js";

export const SIGNS = { " ": "␣", "\n": "⏎", "\t": "⇥" };
export const visible = (character) => SIGNS[character] ?? character;

// A full stop or a quotation mark between quotes needs room to be seen.
const SMALL = /^[.,:;'"`´‘’“”-]$/;

export const quoted = (character) => (SMALL.test(character) ? `‘\u2009${character}\u2009’` : `‘${visible(character)}’`);

function numbersOf(packed) {
  if (packed.float32 !== undefined) return unpack({ ...packed, shape: [packed.shape.reduce((a, b) => a * b, 1)] }).row(0);
  const bytes = Uint8Array.from(atob(packed.uint8 ?? packed.uint16), (character) => character.charCodeAt(0));
  return packed.uint8 !== undefined ? bytes : Float32Array.from(new Uint16Array(bytes.buffer), (share) => share / 65535);
}

const signedOf = (packed) => numbersOf(packed).map((share) => 2 * share - 1);
const isUnsigned = ({ colorscale }) => typeof colorscale !== "string";
const paintedOf = ({ scale, values, ...paint }) => values && (isUnsigned(paint) ? numbersOf : signedOf)(values).map((share) => share * scale);
const signalsOf = (signals) => Object.fromEntries(Object.entries(signals).map(([name, packed]) => [name, numbersOf(packed)]));
const cellStateOf = ({ c, size }) => signedOf(c).map((share) => share * size);

// place -> [[character, probability], …], best first.
function guessesOf(top, shares, alphabet) {
  const [places, most] = [numbersOf(top), top.shape[1]];
  const probabilities = numbersOf(shares);
  return (t) => Array.from({ length: most }, (_, k) => [alphabet[places[t * most + k]], probabilities[t * most + k]]);
}

export function openReading(payload) {
  const { paint, others } = payload;
  // What was expected at place t, before character t was seen.
  const expected = guessesOf(payload.top, payload.topProbability, payload.alphabet);
  return {
    ...payload,
    characters: payload.characters.map((character) => character.replace(/\r\n?/, "\n")), // as the field has it
    length: payload.characters.length,
    known: payload.characters.length, // without what may be written on after them
    surprise: numbersOf(payload.surprise),
    signals: signalsOf(payload.signals),
    others: others.map((other) => ({ ...other, c: cellStateOf(other) })),
    paint: { ...paint, values: paintedOf(paint) },
    expected,
    // Of characters that the network draws itself: at which temperature, from what, and how probable
    // the one that was drawn had become.
    temperatureAt: () => undefined,
    drawnFrom: expected,
    drawn: () => undefined,
  };
}

const joined = (one, other) => {
  const all = new Float32Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
};

// Characters that the network wrote after this reading, with the record of the run that wrote them:
// how many of them are shown -> the reading with those at its end.
export function openWriting(payload, reading) {
  const { paint, temperature } = payload;
  const from = reading.length;
  const expected = guessesOf(payload.top, payload.topProbability, reading.alphabet);
  const drawnFrom = guessesOf(payload.top, payload.drawnFrom, reading.alphabet);
  const drawn = numbersOf(payload.drawn);
  const surprise = joined(reading.surprise, numbersOf(payload.surprise));
  const written = signalsOf(payload.signals);
  const signals = Object.entries(reading.signals).map(([name, values]) => [name, joined(values, written[name])]);
  const cellStates = joined(reading.signals.c, written.c);
  const others = reading.others.map((other, k) => ({ ...other, c: joined(other.c, cellStateOf(payload.others[k])) }));
  const painted = reading.paint.values && joined(reading.paint.values, paintedOf(paint));
  return (shown) => {
    const length = from + shown;
    const upTo = (all) => all.subarray(0, length);
    // Full colour grows with what is shown, to at most what was sent with all of it.
    const full = ({ scale }, { scale: most }, all) =>
      Math.min(most, all.subarray(from, length).reduce((largest, value) => Math.max(largest, Math.abs(value)), scale));
    return {
      ...reading,
      length,
      characters: [...reading.characters, ...payload.characters.slice(0, shown)],
      surprise: upTo(surprise),
      signals: Object.fromEntries(signals.map(([name, all]) => [name, upTo(all)])),
      others: others.map((other, k) => ({ ...other, c: upTo(other.c), scale: full(other, payload.others[k], other.c) })),
      scale: full(reading, payload, cellStates),
      paint: painted ? { ...reading.paint, values: upTo(painted), scale: full(reading.paint, paint, painted) } : reading.paint,
      expected: (t) => (t < from ? reading.expected(t) : expected(t - from)),
      temperatureAt: (t) => (t < from ? undefined : temperature),
      drawnFrom: (t) => (t < from ? reading.expected(t) : drawnFrom(t - from)),
      drawn: (t) => (t < from ? undefined : drawn[t - from]),
    };
  };
}

export const readAs = (reading, t) => reading.readAs[t] ?? reading.characters[t];

// How probable the character at t was before it was seen.
export const probabilityOf = (reading, t) => 2 ** -reading.surprise[t];

// What is left in c_t of the chosen unit: of each write since the start, and of the state before.
export function ledgerAt({ signals: { f, i, g }, start }, t) {
  const contributions = new Float64Array(t + 1);
  let kept = 1;
  for (let s = t; s >= 0; s -= 1) {
    contributions[s] = kept * i[s] * g[s];
    kept *= f[s];
  }
  return { contributions, start: kept * start };
}

// The largest write of the chosen unit, so that the ledger's bars keep one height for the whole text.
export function largestWrite({ signals: { i, g } }) {
  let largest = 0.05;
  for (let s = 0; s < i.length; s += 1) largest = Math.max(largest, Math.abs(i[s] * g[s]));
  return largest;
}

// What a row shows at t, from 0 or −1 to 1; null where there is nothing.
export function shareOf(reading, row, t) {
  if (row.name === "letters") return paintOf(reading, t);
  if (row.name === "guess") return reading.expected(t)[row.rank]?.[1] ?? null;
  if (row.group === "other") {
    const { c, scale } = reading.others.find(({ unit }) => unit === row.unit);
    return c[t] / scale;
  }
  return reading.signals[row.name][t] / (row.name === "c" ? reading.scale : 1);
}

// The value itself.
export const rowValue = (reading, row, t) =>
  row.group === "other"
    ? reading.others.find(({ unit }) => unit === row.unit).c[t]
    : reading.signals[row.name][t];

// What the letter at t is painted with.
export function paintOf(reading, t) {
  const { paint } = reading;
  if (paint.signal === "surprise") return Math.min(1, reading.surprise[t] / reading.picture.bits);
  return paint.values[t] / paint.scale;
}

// How far two texts agree, from the front.
export function agreement(one, other) {
  const most = Math.min(one.length, other.length);
  let k = 0;
  while (k < most && one[k] === other[k]) k += 1;
  return k;
}

// Marks on `before`, where their letters are in `after`: one stretch was replaced by another.  A mark
// all of whose letters were replaced is gone.  Until Python, which has the last word, says the same.
export function pushedMarks(marks, before, after) {
  const start = agreement(before, after);
  const most = Math.min(before.length, after.length) - start;
  const tail = Math.min(most, agreement(before.slice(start).reverse(), after.slice(start).reverse()));
  const [end, by] = [before.length - tail, after.length - before.length];
  const gone = ([first, last]) => first >= start && last <= end;
  const begins = (edge) => (edge >= end ? edge + by : Math.min(edge, start));
  const ends = (edge) => (edge <= start ? edge : Math.max(edge, end) + by);
  return marks.filter((mark) => !gone(mark)).map(([first, last]) => [begins(first), ends(last)]);
}
