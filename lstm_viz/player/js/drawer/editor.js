// Every number that the run starts from, to be changed in place.

import { BIAS_NAMES } from "./derivation.js";
import { holdField, numberField } from "./number_field.js";
import { gatesOf, rowOf } from "../film/sums.js";
import { escapeHtml } from "../shared/html.js";

// Where the index of a clamp has the gate.
export const clampRow = (film, gate) => gatesOf(film).indexOf(gate);

export function editorHtml(film, tab, t) {
  const gates = gatesOf(film).map((gate) => [gate, film.signals[gate].label]);
  const all = [...gates, ["x", "inputs"], ["start", statesOf(film).map((name) => `${name}₀`).join(", ")]];
  const shown = all.some(([id]) => id === tab) ? tab : all[0][0]; // other cells have other gates
  const tabs = all.map(
    ([id, label]) =>
      `<button type="button" class="lv-tab" data-tab="${id}" aria-pressed="${id === shown}">${label}</button>`,
  );
  const body = shown === "x" ? inputsTable(film, t) : shown === "start" ? startTable(film) : gateTable(film, shown);
  return `<h3>Change a number, see what moves</h3><div class="lv-tabs">${tabs.join("")}</div>${body}`;
}

// What is given before the first step: h, and of an LSTM c.
const statesOf = (film) => Object.keys(film.carried).reverse();

function gateTable(film, gate) {
  const units = [...Array(film.units).keys()];
  const first = rowOf(film, gate, 0);
  const ofBothSigns = film.signals[gate].squash === "tanh";
  const cell = (target, unit, k, label) => {
    const isBias = target in BIAS_NAMES;
    const index = isBias ? [first + unit] : [first + unit, k];
    const values = film.weights[target](isBias ? 0 : first + unit);
    const value = values[isBias ? first + unit : k];
    return `<td>${numberField(film, target, index, value, `${label}, unit ${unit + 1}`)}</td>`;
  };
  const row = (what, target, k, label) =>
    `<tr><th scope="row">${what}</th>${units.map((unit) => cell(target, unit, k, label)).join("")}</tr>`;
  const held = units.map((unit) => {
    const what = `hold ${film.signals[gate].label} of unit ${unit + 1} at`;
    return `<td>${holdField(film, [clampRow(film, gate), unit], film.clamped[gate]?.[unit], what)}</td>`;
  });
  const isGate = !(gate in film.carried); // a simple RNN has a state alone
  const levels = ofBothSigns ? { "−1": -1, 0: 0, 1: 1 } : { "shut (0)": 0, "open (1)": 1 };
  const hold = `<p class="lv-hold">Hold all units
      ${Object.entries(levels).map(([word, v]) => `<button type="button" class="lv-small" data-hold="${v}" data-gate="${gate}">${word}</button>`).join("")}
      <button type="button" class="lv-small" data-hold="" data-gate="${gate}">let go</button></p>`;
  const biases = Object.keys(BIAS_NAMES).filter((name) => name in film.weights);
  return `<p class="lv-meaning">${film.signals[gate].meaning}</p>
    ${isGate ? hold : ""}
    <div class="lv-scroll" tabindex="0" role="group" aria-label="weights of the ${film.signals[gate].label}"><table class="lv-matrix">
    <thead><tr><th scope="col"></th>${units.map((unit) => `<th scope="col">unit ${unit + 1}</th>`).join("")}</tr></thead><tbody>
    ${isGate ? `<tr class="lv-held"><th scope="row">hold at</th>${held.join("")}</tr>` : ""}
    ${biases.map((name) => row(BIAS_NAMES[name], name, 0, BIAS_NAMES[name])).join("")}
    ${film.columns.map((column, k) => row(`x “${escapeHtml(column)}”`, "weight_ih", k, `weight of ${column}`)).join("")}
    ${units.map((k) => row(`h<sub>t−1</sub> ${k + 1}`, "weight_hh", k, `weight of hidden unit ${k + 1}`)).join("")}
    </tbody></table></div>`;
}

function inputsTable(film, t) {
  const x = film.values("x", t);
  const step = film.stepNumber(t);
  return `<p class="lv-meaning">What the network reads at step ${step}, “${escapeHtml(film.tokens[t])}”.</p>
    <div class="lv-scroll" tabindex="0" role="group" aria-label="inputs of step ${step}"><table class="lv-matrix"><tbody>
    ${film.columns.map((column, k) => `<tr><th scope="row">x “${escapeHtml(column)}”</th><td>${numberField(film, "x", [step - 1, k], x[k], `input ${column} of step ${step}`)}</td></tr>`).join("")}
    </tbody></table></div>`;
}

function startTable(film) {
  const row = (name, unit) =>
    `<td>${numberField(film, `${name}0`, [unit], film.initial[name][unit], `${name}₀ of unit ${unit + 1}`)}</td>`;
  const units = [...Array(film.units).keys()];
  const states = statesOf(film);
  return `<p class="lv-meaning">The hidden ${states.includes("c") ? "and the cell " : ""}state before the first step.</p>
    <div class="lv-scroll" tabindex="0" role="group" aria-label="initial states"><table class="lv-matrix">
    <thead><tr><th scope="col"></th>${states.map((name) => `<th scope="col">${name}₀</th>`).join("")}</tr></thead><tbody>
    ${units.map((unit) => `<tr><th scope="row">unit ${unit + 1}</th>${states.map((name) => row(name, unit)).join("")}</tr>`).join("")}
    </tbody></table></div>`;
}
