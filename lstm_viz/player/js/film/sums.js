// The weighted sum before a gate, taken apart: terms of x, terms of h, the biases.

import { readBy } from "./film.js";

// What is squashed and has rows of its own in the stacked weights, in the order it is computed.
export const gatesOf = ({ signals }) => Object.keys(signals).filter((name) => signals[name].squash && signals[name].row !== undefined);

// The row of a unit's gate, or of its pre-activation, in the stacked weights.
export const rowOf = (film, name, unit) => film.signals[name].row * film.units + unit;

// A GRU's candidate has two sums, one that reads x and one that reads h, each with a bias of its own.
export const CANDIDATE_PARTS = {
  xn: { weights: "weight_ih", bias: "bias_ih", sum: "W x + b" },
  hn: { weights: "weight_hh", bias: "bias_hh", sum: "U h + b" },
};

// Parts of a pre-activation: W·x and U·h summed from the weights, and the bias.
export function preActivationTerms(film, gate, unit, t) {
  const part = CANDIDATE_PARTS[gate];
  const row = rowOf(film, gate, unit);
  const products = (name, values) => {
    if (part && name !== part.weights) return [];
    const weights = film.weights[name].row(row);
    return Array.from(values, (value, k) => ({ k, weight: weights[k], value, product: weights[k] * value }));
  };
  const biases = ["bias", "bias_ih", "bias_hh"]
    .filter((name) => film.weights[name] && (!part || name === part.bias))
    .map((name) => ({ name, value: film.weights[name].row(0)[row] }));
  return {
    row,
    x: products("weight_ih", readBy(film, "x", t)),
    h: products("weight_hh", readBy(film, "h_prev", t)),
    biases,
    bias: biases.reduce((sum, { value }) => sum + value, 0),
  };
}

export function partOfSum(film, name, unit, t) {
  const [, kind, gate] = /^(wx|uh|b)_([a-z]+)$/.exec(name) ?? [];
  if (!kind) return null;
  const terms = preActivationTerms(film, gate, unit, t);
  const sum = (list) => list.reduce((total, term) => total + term.product, 0);
  return { wx: () => sum(terms.x), uh: () => sum(terms.h), b: () => terms.bias }[kind]();
}
