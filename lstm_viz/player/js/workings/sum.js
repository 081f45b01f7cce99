// A pre-activation worked out: what a gate reads, a row times a column, both sums and the bias.

import { gatesOf, preActivationTerms, rowOf, totalOf } from "../film/sums.js";
import { symbolHtml } from "../film/words.js";
import { escapeHtml } from "../shared/html.js";
import { formatInput, formatNumber } from "../shared/numbers.js";
import { heldNote, inBrackets, largestWeight, rowsOf, shade, unitHead, unitsOf, valueCell } from "./parts.js";

export function workInputs(film, { t, unit }, gate) {
  const x = film.values("x", t);
  const h = film.values("h_prev", t);
  const gates = film.stages[0].wires.includes("to_g") ? ["i", "g"] : [gate];
  const words = film.columns.map((column, k) => `<tr><th scope="row">${escapeHtml(column)}</th>${valueCell(film, x[k], film.scales.x).replace(/\.00</, "<")}</tr>`);
  const units = unitsOf(film).map((k) => `<tr>${unitHead(k, unit)}${valueCell(film, h[k], 1)}</tr>`);
  const own = gates.map((name) => `${film.signals[name].label}: rows ${rowsOf(film, name)}`).join("; ");
  return `<div class="lv-sides">
    <table class="lv-grid"><caption>${symbolHtml(film, "x")}, ${x.length} numbers</caption><tbody>${words.join("")}</tbody></table>
    <table class="lv-grid"><caption>${symbolHtml(film, "h_prev")}, ${h.length} numbers</caption><tbody>${units.join("")}</tbody></table>
    ${weightMap(film, gates)}
    </div>
    <p class="lv-note">${oneHotNote(x)}h has one number for each unit: they stand side by side, and this is step ${t + 1} of ${film.steps} for all of them.</p>
    <p class="lv-note">Of the stacked weights, ${own} (counted from 0).</p>`;
}

function oneHotNote(x) {
  const ones = [...x].filter((value) => value === 1).length;
  const oneHot = ones === 1 && [...x].every((value) => value === 0 || value === 1);
  return oneHot ? "x has one number for each word it knows, 1 for the word that is read. " : "";
}

function weightMap(film, gates) {
  const scale = largestWeight(film);
  const order = gatesOf(film).sort((a, b) => rowOf(film, a, 0) - rowOf(film, b, 0));
  const row = (n) => ["weight_ih", "weight_hh", "bias"].map((name) => {
    const values = name === "bias" ? [film.weights.bias(0)[n]] : [...film.weights[name](n)];
    return `<span class="lv-block">${values.map((value) => `<i style="${shade(film, value / scale)}"></i>`).join("")}</span>`;
  });
  const blocks = order.map((gate) => {
    const lit = gates.includes(gate);
    const rows = unitsOf(film).map((k) => `<span class="lv-map-row">${row(rowOf(film, gate, k)).join("")}</span>`);
    return `<span class="lv-map-gate${lit ? " lv-lit" : ""}" style="--signal:var(--lv-${gate})"><span class="lv-map-rows">${rows.join("")}</span><span class="lv-map-name">${symbolHtml(film, gate)} ${rowsOf(film, gate).replace(" to ", "–")}</span></span>`;
  });
  const label = order.map((gate) => `rows ${rowsOf(film, gate)} ${film.signals[gate].label}`).join(", ");
  return `<figure class="lv-map"><figcaption>W <small>weight_ih</small>, U <small>weight_hh</small>, b</figcaption><div role="img" aria-label="The weights, stacked: ${label}">${blocks.join("")}</div></figure>`;
}

// A row of weights times a column of values.
export function workProduct(film, { t, unit }, gate, vector) {
  const scale = largestWeight(film);
  const letter = vector === "x" ? "W" : "U";
  const source = vector === "x" ? "weight_ih" : "weight_hh";
  const values = [...film.values(vector === "x" ? "x" : "h_prev", t)];
  const valueScale = vector === "x" ? film.scales.x : 1;
  const terms = unitsOf(film).map((k) => preActivationTerms(film, gate, k, t)[vector]);
  const sums = terms.map(totalOf);
  const reach = Math.max(1, ...sums.map(Math.abs));
  const matrix = terms.map((row, k) => `<tr${k === unit ? ' class="lv-chosen"' : ""}>${unitHead(k, unit)}${row.map((term) => valueCell(film, term.weight, scale, { hit: vector === "x" && term.value !== 0 })).join("")}</tr>`);
  const column = values.map((value, k) => `<tr><td class="lv-name">${vector === "x" ? escapeHtml(film.columns[k]) : `unit ${k + 1}`}</td>${valueCell(film, value, valueScale, { hit: vector === "x" && value !== 0 }).replace(/\.00</, vector === "x" ? "<" : "$&")}</tr>`);
  const result = sums.map((sum, k) => `<tr${k === unit ? ' class="lv-chosen"' : ""}>${valueCell(film, sum, reach)}</tr>`);
  const symbol = symbolHtml(film, vector === "x" ? "x" : "h_prev");
  const only = values.filter((value) => value !== 0).length === 1 && vector === "x";
  return `<p class="lv-work-title">${letter}<sub>${gate}</sub> ${symbol} <small>${film.units} × ${values.length} weights, rows ${rowsOf(film, gate)} of <code>${source}</code></small></p>
    <div class="lv-product">
      <table class="lv-grid"><caption class="lv-hidden">Weights: a row for each unit, a column for each number of ${vector}</caption><tbody>${matrix.join("")}</tbody></table><span class="lv-op">×</span>
      <table class="lv-grid"><caption class="lv-hidden">${vector}</caption><tbody>${column.join("")}</tbody></table><span class="lv-op">=</span>
      <table class="lv-grid"><caption class="lv-hidden">Sums, one for each unit</caption><tbody>${result.join("")}</tbody></table>
    </div>
    <p class="lv-sum"><b>unit ${unit + 1}</b> ${termsHtml(terms[unit], sums[unit])}</p>
    ${only ? `<p class="lv-note">Only one number of x is not 0, so the product is a column of W: that of “${escapeHtml(film.tokens[t])}”.</p>` : `<p class="lv-note">Unit ${unit + 1} hears itself by one of these weights (${formatNumber(terms[unit][unit]?.weight ?? 0)}) and the other units by the rest.</p>`}
    ${heldNote(film, gate, unit, "; its sum is made all the same")}`;
}

function termsHtml(terms, sum) {
  const parts = terms.map(({ weight, value, product }, n) => {
    const what = `${n ? inBrackets(weight) : formatNumber(weight)} × ${value < 0 ? `(${formatInput(value)})` : formatInput(value)}`;
    return `<span class="lv-product-term${product === 0 ? " lv-nothing" : ""}" style="--n:${n}">${n ? "+ " : ""}${what}</span>`;
  });
  return `${parts.join(" ")} <span class="lv-product-term" style="--n:${terms.length}">= <b>${formatNumber(sum)}</b></span>`;
}

// Both sums and the bias.
export function workSum(film, { t, unit }, gate, first) {
  const reach = Math.max(2, ...film.values(`z_${gate}`, t).map(Math.abs));
  const z = film.values(`z_${gate}`, t);
  const rows = unitsOf(film).map((k) => {
    const terms = preActivationTerms(film, gate, k, t);
    const cells = [totalOf(terms.x), totalOf(terms.h), terms.bias].map((value) => valueCell(film, value, reach));
    return `<tr${k === unit ? ' class="lv-chosen"' : ""}>${unitHead(k, unit)}${cells.join('<td class="lv-op">+</td>')}<td class="lv-op">=</td>${valueCell(film, z[k], reach)}</tr>`;
  });
  const biases = unitsOf(film).map((k) => preActivationTerms(film, gate, k, t).bias);
  const same = biases.every((bias) => bias === biases[0]) ? ` The ${film.signals[gate].label}’s are all ${formatNumber(biases[0])} here${gate === "f" && biases[0] > 0 ? ", so that a cell that has not learned yet keeps more than it forgets" : ""}.` : "";
  const note = first
    ? `PyTorch keeps two biases, <code>bias_ih</code> and <code>bias_hh</code>, and adds both. Only their sum counts, so here there is one.${same}`
    : `Rows ${rowsOf(film, gate)} of <code>weight_ih</code>, <code>weight_hh</code> and the bias.${same}`;
  return `<p class="lv-work-title">${symbolHtml(film, `z_${gate}`)} <small>the pre-activation of the ${film.signals[gate].label}</small></p>
    <table class="lv-grid lv-spread"><caption class="lv-hidden">Pre-activation, a row for each unit</caption>
    <thead><tr><td></td><th scope="col">W<sub>${gate}</sub> x</th><td></td><th scope="col">U<sub>${gate}</sub> h</th><td></td><th scope="col">b<sub>${gate}</sub></th><td></td><th scope="col">${symbolHtml(film, `z_${gate}`)}</th></tr></thead>
    <tbody>${rows.join("")}</tbody></table>
    <p class="lv-note">${note}</p>
    ${heldNote(film, gate, unit, "; its sum is made all the same")}`;
}
