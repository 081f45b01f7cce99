// The weighted sum before a gate, taken apart: terms of x, terms of h, the biases.

import { readBy } from "./film.js";

// Parts of a pre-activation: W·x and U·h summed from the weights, and the bias.
export const GATE_ROW = { i: 0, f: 1, g: 2, o: 3 };

// The weighted sums of a cell in the order of its stacked weights: z of each gate, or z alone.
const sumsOf = ({ signals }) => Object.keys(signals).filter((name) => !signals[name].formula && signals[name].inputs.join() === "x,h_prev");

// A GRU's candidate has two sums, one that reads x and one that reads h, each with a bias of its own.
export const CANDIDATE_PARTS = {
  xn: { weights: "weight_ih", bias: "bias_ih", sum: "W x + b" },
  hn: { weights: "weight_hh", bias: "bias_hh", sum: "U h + b" },
};

export function preActivationTerms(film, gate, unit, t) {
  const sums = sumsOf(film);
  const part = CANDIDATE_PARTS[gate]; // of a GRU's candidate, whose block comes after the gates'
  const block = part ? sums.length : sums.includes(gate) ? sums.indexOf(gate) : sums.indexOf(`z_${gate}`);
  const row = block * film.units + unit;
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
