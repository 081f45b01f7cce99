// A film drawn for one shape of screen.

/**
 * What dots run along and units are marked in.
 * @typedef {{wires: Record<string, Contract.Wire>, ops: number[][], strips: Record<string, Contract.Strip>}} Parts
 */

/** @type {Parts} */
const NOTHING = { wires: {}, ops: [], strips: {} };

/** Every kind of picture has these methods, and `frame(film, t, k)`: the patches of stage k of step t. */
/** @template {Contract.View} Sent */
export class Picture {
  /** @param {Sent} sent */
  constructor(sent) {
    this.sent = sent;
  }

  get width() {
    return this.sent.width;
  }

  get height() {
    return this.sent.height;
  }

  get data() {
    return this.sent.data;
  }

  /** @returns {Parts} */
  parts(_t) {
    return NOTHING;
  }

  /** What takes to another place when it is clicked, as SVG. */
  get hots() {
    return "";
  }

  /** The fields of tiny cells, by signal. @returns {Record<string, Contract.Field>} */
  get fields() {
    return {};
  }

  /** What each value says when it is pointed at, if there are such. @returns {string[] | undefined} */
  hover(_film, _at) {
    return undefined;
  }

  /** Leave out what has no room at this scale. */
  leaveRoom(_film, _patches, _scale) {}

  /** Where the units of a signal are marked. */
  place(_film, name, at) {
    return this.parts(at.t).strips[name];
  }
}
