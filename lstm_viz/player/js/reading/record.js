// What happened while a text was read, and what a network wrote after it.

import { numbersOf, opened } from "../shared/arrays.js";

/**
 * Characters that were held for probable, best first.
 * @typedef {[character: string, probability: number][]} Guesses
 */

/**
 * place -> what was expected there, before the character was seen.
 * @returns {(t: number) => Guesses}
 */
function guessesOf(top, shares, alphabet) {
  const [places, most] = [numbersOf(top), top.shape[1]];
  const probabilities = numbersOf(shares);
  return (t) => Array.from({ length: most }, (_, k) => [alphabet[places[t * most + k]], probabilities[t * most + k]]);
}

const signedOf = (packed) => numbersOf(packed).map((share) => 2 * share - 1);
const cellStateOf = ({ c, size }) => signedOf(c).map((share) => share * size);
const hasSign = ({ colorscale }) => typeof colorscale === "string";

/** The values that letters are painted with; the surprise is there already. */
function paintedOf(paint, surprise) {
  if (paint.values === null) return surprise;
  return (hasSign(paint) ? signedOf : numbersOf)(paint.values).map((share) => share * paint.scale);
}

export class Reading {
  /** @param {Contract.Reading} sent */
  constructor(sent) {
    this.sent = sent;
    this.characters = sent.characters.map((character) => character.replace(/\r\n?/, "\n")); // as the field has it
    this.length = this.characters.length;
    /** Without what may be written on after them. */
    this.known = this.length;
    this.surprise = numbersOf(sent.surprise);
    this.signals = opened(sent.signals, numbersOf);
    this.others = sent.others.map(({ unit, scale, c, size }) => ({ unit, scale, c: cellStateOf({ c, size }) }));
    this.scale = sent.scale;
    const { signal, colorscale, scale } = sent.paint;
    this.paint = { signal, colorscale, scale, values: paintedOf(sent.paint, this.surprise) };
    this.guesses = guessesOf(sent.top, sent.topProbability, sent.alphabet);
  }

  get alphabet() {
    return this.sent.alphabet;
  }

  get longest() {
    return this.sent.longest;
  }

  get palettes() {
    return this.sent.palettes;
  }

  get picture() {
    return this.sent.picture;
  }

  /** The cell state of the chosen unit before the text. */
  get start() {
    return this.sent.start;
  }

  get unit() {
    return this.sent.unit;
  }

  get words() {
    return this.sent.words;
  }

  /** Whether the character at t is none that the network knows. */
  isStrange(t) {
    return t in this.sent.readAs;
  }

  readAs(t) {
    return this.sent.readAs[t] ?? this.characters[t];
  }

  /** How probable the character at t was before it was seen. */
  probability(t) {
    return 2 ** -this.surprise[t];
  }

  /** @returns {Guesses} */
  expected(t) {
    return this.guesses(t);
  }

  /** At which temperature the network draws the character at t, if it does. @returns {number | null} */
  temperatureAt(_t) {
    return null;
  }

  /** What the character at t is drawn from. @returns {Guesses} */
  drawnFrom(t) {
    return this.expected(t);
  }

  /** How probable the one that was drawn had become. @returns {number | null} */
  drawn(_t) {
    return null;
  }
}

const joined = (one, other) => {
  const all = new Float32Array(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
};

/** Characters that the network wrote after a reading, with the record of the run that wrote them. */
export class Continuation {
  /**
   * @param {Contract.Writing} sent
   * @param {Reading} reading
   */
  constructor(sent, reading) {
    this.reading = reading;
    this.characters = sent.characters;
    this.temperature = sent.temperature;
    this.guesses = guessesOf(sent.top, sent.topProbability, reading.alphabet);
    this.drawnFrom = guessesOf(sent.top, sent.drawnFrom, reading.alphabet);
    this.drawn = numbersOf(sent.drawn);
    const [surprise, signals] = [numbersOf(sent.surprise), opened(sent.signals, numbersOf)];
    this.surprise = joined(reading.surprise, surprise);
    this.signals = Object.entries(reading.signals).map(([name, values]) => [name, joined(values, signals[name])]);
    this.cellStates = joined(reading.signals.c, signals.c);
    this.others = reading.others.map(({ c }, k) => joined(c, cellStateOf(sent.others[k])));
    this.painted = joined(reading.paint.values, paintedOf(sent.paint, surprise));
    /** Full colour when all of it is shown: of the chosen unit, of the others, of the paint. */
    this.most = { unit: sent.scale, others: sent.others.map(({ scale }) => scale), paint: sent.paint.scale };
  }

  /** The reading with so many of the characters at its end. */
  upTo(shown) {
    return new Continued(this, shown);
  }
}

class Continued extends Reading {
  /** @param {Continuation} writing */
  constructor(writing, shown) {
    const { reading, most } = writing;
    super(reading.sent);
    this.writing = writing;
    this.length = this.known + shown;
    this.characters = [...this.characters, ...writing.characters.slice(0, shown)];
    const cut = (all) => all.subarray(0, this.length);
    // Full colour grows with what is shown.
    const full = (scale, limit, all) =>
      Math.min(limit, all.subarray(this.known, this.length).reduce((largest, value) => Math.max(largest, Math.abs(value)), scale));
    this.surprise = cut(writing.surprise);
    this.signals = Object.fromEntries(writing.signals.map(([name, all]) => [name, cut(all)]));
    this.others = reading.others.map(({ unit, scale }, k) => ({ unit, scale: full(scale, most.others[k], writing.others[k]), c: cut(writing.others[k]) }));
    this.scale = full(reading.scale, most.unit, writing.cellStates);
    const { scale } = reading.paint;
    this.paint = { ...reading.paint, values: cut(writing.painted), scale: full(scale, most.paint, writing.painted) };
  }

  expected(t) {
    return t < this.known ? super.expected(t) : this.writing.guesses(t - this.known);
  }

  temperatureAt(t) {
    return t < this.known ? null : this.writing.temperature;
  }

  drawnFrom(t) {
    return t < this.known ? super.expected(t) : this.writing.drawnFrom(t - this.known);
  }

  drawn(t) {
    return t < this.known ? null : this.writing.drawn[t - this.known];
  }
}

/** @type {Record<string, new (sent: any) => Reading>} */
const KINDS = { reading: Reading };

/** A reading as it was sent, opened as what it is. @param {Contract.Reading} sent */
export const openReading = (sent) => new KINDS[sent.kind](sent);
