// A reading as the browser has it, and what follows from it.  Mirrors lstm_viz/reading/ledger.py.

const SIGNS = { " ": "␣", "\n": "⏎", "\t": "⇥" };
const visible = (character) => SIGNS[character] ?? character;
// A full stop or a quotation mark between quotes needs room to be seen.
const SMALL = /^[.,:;'"`´‘’“”-]$/;
const quoted = (character) => (SMALL.test(character) ? `‘\u2009${character}\u2009’` : `‘${visible(character)}’`);

function numbersOf(packed) {
  if (packed.float32 !== undefined) return unpack({ ...packed, shape: [packed.shape.reduce((a, b) => a * b, 1)] }).row(0);
  const bytes = Uint8Array.from(atob(packed.uint8 ?? packed.uint16), (character) => character.charCodeAt(0));
  return packed.uint8 !== undefined ? bytes : Float32Array.from(new Uint16Array(bytes.buffer), (share) => share / 65535);
}

const signedOf = (packed) => numbersOf(packed).map((share) => 2 * share - 1);

function openReading(payload) {
  const { paint, others } = payload;
  const unsigned = typeof paint.colorscale !== "string";
  const top = numbersOf(payload.top);
  const topProbability = numbersOf(payload.topProbability);
  const guesses = payload.top.shape[1];
  return {
    ...payload,
    characters: payload.characters.map((character) => character.replace(/\r\n?/, "\n")), // as the field has it
    length: payload.characters.length,
    surprise: numbersOf(payload.surprise),
    signals: Object.fromEntries(Object.entries(payload.signals).map(([name, packed]) => [name, numbersOf(packed)])),
    others: others.map((other) => ({ ...other, c: signedOf(other.c).map((share) => share * other.size) })),
    paint: { ...paint, values: paint.values && (unsigned ? numbersOf : signedOf)(paint.values) },
    // What was expected at place t, before character t was seen: [[character, probability], …].
    expected: (t) =>
      Array.from({ length: guesses }, (_, k) => [payload.alphabet[top[t * guesses + k]], topProbability[t * guesses + k]]),
  };
}

// The same reading with characters that were written on after it; they have no signals yet.
function writtenOn(reading, written) {
  const { length } = reading;
  const surprise = new Float32Array(length + written.length);
  surprise.set(reading.surprise);
  written.forEach(({ p }, k) => { surprise[length + k] = -Math.log2(p); });
  return {
    ...reading,
    surprise,
    length: surprise.length,
    characters: [...reading.characters, ...written.map(({ char }) => char)],
    expected: (t) => (t >= length && written[t - length] ? written[t - length].top : reading.expected(Math.min(t, length))),
  };
}

const readAs = (reading, t) => reading.readAs[t] ?? reading.characters[t];

// How probable the character at t was before it was seen.
const probabilityOf = (reading, t) => 2 ** -reading.surprise[t];

// What is left in c_t of the chosen unit: of each write since the start, and of the state before.
function ledgerAt({ signals: { f, i, g }, start }, t) {
  const contributions = new Float64Array(t + 1);
  let kept = 1;
  for (let s = t; s >= 0; s -= 1) {
    contributions[s] = kept * i[s] * g[s];
    kept *= f[s];
  }
  return { contributions, start: kept * start };
}

// The largest write of the chosen unit, so that the ledger's bars keep one height for the whole text.
function largestWrite({ signals: { i, g } }) {
  let largest = 0.05;
  for (let s = 0; s < i.length; s += 1) largest = Math.max(largest, Math.abs(i[s] * g[s]));
  return largest;
}

// What a row shows at t, from 0 or −1 to 1; null where nothing was read yet.
function shareOf(reading, row, t) {
  if (row.name === "letters") return paintOf(reading, t);
  if (row.name === "guess") return reading.expected(t)[row.rank]?.[1] ?? null;
  if (t >= reading.signals.c.length) return null;
  if (row.group === "other") {
    const { c, scale } = reading.others.find(({ unit }) => unit === row.unit);
    return c[t] / scale;
  }
  return reading.signals[row.name][t] / (row.name === "c" ? reading.scale : 1);
}

// The value itself.
const valueOf = (reading, row, t) =>
  row.group === "other"
    ? reading.others.find(({ unit }) => unit === row.unit).c[t]
    : reading.signals[row.name][t];

// What the letter at t is painted with.
function paintOf(reading, t) {
  const { paint } = reading;
  if (paint.signal === "surprise") return Math.min(1, reading.surprise[t] / reading.picture.bits);
  return t < paint.values.length ? paint.values[t] : null;
}

// How far two texts agree, from the front.
function agreement(one, other) {
  const most = Math.min(one.length, other.length);
  let k = 0;
  while (k < most && one[k] === other[k]) k += 1;
  return k;
}

// Marks on `before`, where their letters are in `after`: one stretch was replaced by another.  A mark
// all of whose letters were replaced is gone.  Until Python, which has the last word, says the same.
function pushedMarks(marks, before, after) {
  const start = agreement(before, after);
  const most = Math.min(before.length, after.length) - start;
  const tail = Math.min(most, agreement(before.slice(start).reverse(), after.slice(start).reverse()));
  const [end, by] = [before.length - tail, after.length - before.length];
  const gone = ([first, last]) => first >= start && last <= end;
  const begins = (edge) => (edge >= end ? edge + by : Math.min(edge, start));
  const ends = (edge) => (edge <= start ? edge : Math.max(edge, end) + by);
  return marks.filter((mark) => !gone(mark)).map(([first, last]) => [begins(first), ends(last)]);
}
