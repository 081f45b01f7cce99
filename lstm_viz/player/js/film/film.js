// What the player plays: steps of the same stages, and a picture and words for each of them.

/**
 * A step, a stage and a unit, from 0.
 * @typedef {{t: number, stage: number, unit: number}} Place
 */

/**
 * How signals and their values are written into words: as HTML, or as Plotly's.
 * @typedef {{
 *   symbol: (signal: Contract.Signal, name: string) => string,
 *   value: (text: string, signal: Contract.Signal, name: string) => string,
 * }} Marks
 */

/**
 * What is said of a frame; `unit` is whose numbers these are, or nothing.
 * @typedef {{title: string, equation: string, unit: string, numbers: string, sentence: string}} Words
 */

/** Every kind of film has these methods; here is what they say of a film that is no cell. */
/** @template {Contract.AnyFilm} Sent */
export class Film {
  /** @param {Sent} sent */
  constructor(sent) {
    this.sent = sent;
    this.editable = false;
  }

  get steps() {
    return this.sent.steps;
  }

  get tokens() {
    return this.sent.tokens;
  }

  get questions() {
    return this.sent.questions;
  }

  get palettes() {
    return this.sent.palettes;
  }

  /** Frames: every stage of every step; the last step has no next one to carry to. */
  get length() {
    return this.steps * this.stages.length - Number(this.stages.at(-1).carries);
  }

  /** @returns {Contract.Stage[]} */
  get stages() {
    return [];
  }

  get units() {
    return 0;
  }

  /** Whether a frame, by its number from 0, is passed by who steps: it has no news of its own. */
  passes(_position) {
    return false;
  }

  /** Steps of the whole run. */
  get of() {
    return this.steps;
  }

  /** @returns {"steps" | "stages"} what the ribbon shows */
  get ribbon() {
    return "steps";
  }

  get stepWord() {
    return "step";
  }

  /** What a press of "next" moves on by. */
  get moveWord() {
    return this.stages.length > 1 ? "stage" : this.stepWord;
  }

  /** Whether its steps are not one after the other. */
  get areApart() {
    return false;
  }

  /** Of a film that is no cell: where the values of a frame come from. @returns {string | null} */
  why(_at, _name, _k) {
    return null;
  }

  /** What the player plays, for who does not see it. */
  get name() {
    return "Animated cell";
  }

  /** @returns {string | null} what the picture is, for who does not see it */
  get alt() {
    return null;
  }

  /** @returns {Contract.Overview | null} */
  get overview() {
    return null;
  }

  /** @returns {Contract.Sketch | null} what the reader can draw into the first frame */
  get sketch() {
    return null;
  }

  /** @returns {Contract.Sound | null} what is heard at each step */
  get sound() {
    return null;
  }

  /** @returns {Contract.Painting | null} what the reader can paint in the first frame */
  get painting() {
    return null;
  }

  /** Where unit `number` of the network is among those that are shown. @returns {number | undefined} */
  placeOf(number) {
    return number;
  }

  /** Milliseconds in which other numbers come into the same picture. */
  get glide() {
    return 650;
  }

  /** Films of one shape fit into one drawing: their pictures move into each other. */
  get shape() {
    return [this.sent.kind, this.steps, this.units].join();
  }

  /** What the picture of all steps shows. */
  get subtitle() {
    return "";
  }

  /** What the network says once the step is through, or nothing. */
  answerAt(_at) {
    return "";
  }

  /** @param {number} t */
  stepNumber(t) {
    return t + 1;
  }

  /** @param {number} unit */
  unitNumber(unit) {
    return unit + 1;
  }

  /**
   * Whether the beginning (−1) or the end (1) of the whole run is in it.
   * @param {number} _by
   */
  holdsEnd(_by) {
    return true;
  }

  /**
   * The unit that the sentence speaks of, if it is one.
   * @returns {number | null}
   */
  speaker(_at) {
    return null;
  }

  /**
   * A place as Python and links count it, in the whole run and network, and in the film.
   * @param {Place} at
   */
  inward(at) {
    return at;
  }

  /** @param {Place} at */
  outward(at) {
    return at;
  }
}
