// The weighted sum before a gate, taken apart: terms of x, terms of h, the biases.

/**
 * One product of a sum: input or unit k times its weight.
 * @typedef {{k: number, weight: number, value: number, product: number}} Term
 */

/** The sum that a gate squashes; a sum itself is its own. */
const sumOf = ({ signals }, gate) => (signals[gate].formula ? `z_${gate}` : gate);

/** What a sum reads, as it is written without its numbers. */
export function sumInSymbols(film, gate) {
  const reads = film.signals[sumOf(film, gate)].inputs;
  return [reads.includes("x") ? "W x" : [], reads.includes("h_prev") ? "U h" : [], "b"].flat().join(" + ");
}

// A GRU's candidate has two sums, one that reads x and one that reads h, each with a bias of its own.
const BIASES = { x: ["bias", "bias_ih"], h_prev: ["bias", "bias_hh"] };

/** @returns {{row: number, x: Term[], h: Term[], biases: {name: string, value: number}[], bias: number}} */
export function preActivationTerms(film, gate, unit, t) {
  const { inputs } = film.signals[sumOf(film, gate)];
  const row = rowOf(film, gate, unit);
  const products = (name, weights) => {
    if (!inputs.includes(name)) return [];
    const own = film.weights[weights](row);
    return Array.from(film.valuesRead(name, t), (value, k) => ({ k, weight: own[k], value, product: own[k] * value }));
  };
  const names = new Set(inputs.flatMap((name) => BIASES[name]).filter((name) => name in film.weights));
  const biases = [...names].map((name) => ({ name, value: film.weights[name](0)[row] }));
  return {
    row,
    x: products("x", "weight_ih"),
    h: products("h_prev", "weight_hh"),
    biases,
    bias: biases.reduce((sum, { value }) => sum + value, 0),
  };
}

/** @param {Term[]} terms */
const totalOf = (terms) => terms.reduce((sum, { product }) => sum + product, 0);

/** The value of wx_f, uh_f or b_f: a part of the sum of a gate. */
export function partOfSum(film, name, unit, t) {
  const [, part, gate] = /^(wx|uh|b)_([a-z]+)$/.exec(name) ?? [];
  if (!part) return null;
  const terms = preActivationTerms(film, gate, unit, t);
  return { wx: () => totalOf(terms.x), uh: () => totalOf(terms.h), b: () => terms.bias }[part]();
}

/** What is squashed and has rows of its own in the stacked weights, in the order it is computed. */
export const gatesOf = ({ signals }) => Object.keys(signals).filter((name) => signals[name].squash && signals[name].row !== null);

/** The row of a unit's gate, or of its pre-activation, in the stacked weights. */
export const rowOf = (film, name, unit) => film.signals[name].row * film.units + unit;
