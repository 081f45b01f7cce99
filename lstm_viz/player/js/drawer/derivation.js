// Where a value comes from, opened step by step down to weights and inputs.

import { numberField } from "./number_field.js";
import { preActivationTerms, sumInSymbols } from "../film/sums.js";
import { fillNumbers, HTML, symbolHtml } from "../film/words.js";
import { escapeHtml } from "../shared/html.js";
import { formatExact } from "../shared/numbers.js";

export const BIAS_NAMES = { bias: "bias", bias_ih: "bias of x", bias_hh: "bias of h" };

export function derivationHtml(film, name, k, t) {
  const { label } = film.signals[name];
  if (name === "x") k = film.inputOf(k, t);
  const which = name === "x" ? `“${escapeHtml(film.columnName(k))}”` : `unit ${film.unitNumber(k)}`;
  return `
    <h3>${symbolHtml(film, name)} ${label}, ${which}, ${film.stepWord} ${film.stepNumber(t)}</h3>
    <p class="lv-meaning">${film.signals[name].meaning}</p>
    ${explain(film, name, k, t, true)}`;
}

// One value: how it follows from others, and those others, each to be opened in turn.
function explain(film, name, k, t, open) {
  if (name === "x") return explainInput(film, k, t);
  const value = formatExact(film.values(name, t)[k]);
  const signal = film.signals[name];
  if (name in film.before) return explainCarried(film, name, k, t);
  if (!signal.formula) return explainSum(film, name, k, t);
  const mark = (text, part) => HTML.value(text, film.signals[part], part);
  const bracketed = signal.formula.replace(/([×+] )\{([a-z_]+)\}/g, "$1{($2)}");
  const formula = fillNumbers(film, bracketed, t, k, mark, formatExact);
  const line =
    !film.isHeld(name, k)
      ? `<p class="lv-line">${symbolHtml(film, name)} = ${formula} = <b>${value}</b></p>`
      : `<p class="lv-line">${symbolHtml(film, name)} is held at <b>${value}</b> by hand; its own value would be ${formula}</p>`;
  const parts = signal.inputs.map((part) => {
    const { label, symbol } = film.signals[part];
    const only = open && signal.inputs.length === 1 ? " open" : "";
    return `<details class="lv-part"${only} data-part="${name}.${part}">
      <summary>${symbolHtml(film, part) || symbol} ${label} <b>${formatExact(film.values(part, t)[k])}</b></summary>
      ${explain(film, part, k, t, false)}</details>`;
  });
  return line + parts.join("");
}

function explainInput(film, k, t) {
  const value = film.valuesRead("x", t)[k];
  return `<p class="lv-line">What ${film.stepWord} ${film.stepNumber(t)}, “${escapeHtml(film.tokens[t])}”, gives to this input:
    ${numberField(film, "x", [film.stepNumber(t) - 1, k], value, `input ${film.columnName(k)} of step ${film.stepNumber(t)}`)}</p>`;
}

function explainCarried(film, name, k, t) {
  const from = film.before[name];
  if (film.areApart) {
    return `<p class="lv-line">Carried over: ${symbolHtml(film, from)} as it was before this word, <b>${formatExact(film.values(name, t)[k])}</b>.</p>`;
  }
  if (t > 0) {
    return `<p class="lv-line">Carried over: ${symbolHtml(film, from)} of step ${film.stepNumber(t - 1)},
      “${escapeHtml(film.tokens[t - 1])}”.
      <button type="button" class="lv-link" data-jump="${t - 1}" data-signal-of="${from}" data-k="${k}">Open it there</button></p>`;
  }
  const stepBefore = film.stepNumber(t) - 1;
  if (stepBefore) {
    return `<p class="lv-line">Carried over: ${symbolHtml(film, from)} of step ${stepBefore}, <b>${formatExact(film.values(name, t)[k])}</b>.</p>`;
  }
  return `<p class="lv-line">The sequence starts with ${from}₀ =
    ${numberField(film, `${from}0`, [k], film.start[from][k], `${from}₀ of unit ${film.unitNumber(k)}`)}</p>`;
}

// z = Σ w·x + Σ u·h + b, a row a term.
function explainSum(film, name, unit, t) {
  const total = formatExact(film.values(name, t)[unit]);
  if (!film.weightsAreKnown) return `<p class="lv-line">${sumInSymbols(film, name)} = <b>${total}</b></p>`;
  const terms = preActivationTerms(film, name, unit, t);
  const row = (what, field, term) => `<tr><th scope="row">${what}</th><td>${field}</td>
      <td>× ${formatExact(term.value)}</td><td>${formatExact(term.product)}</td></tr>`;
  const weight = (target, term, what) =>
    numberField(film, target, [terms.row, term.k], term.weight, `weight of ${what}`);
  const nonzero = terms.x.filter((term) => term.value !== 0 || terms.x.length <= 4);
  const zeros = terms.x.length - nonzero.length;
  const [fromX, fromH] = [nonzero, terms.h].map((all) => largestTerms(all, film.mostTerms));
  const others = (what, { others: n, rest }) =>
    n ? `<tr class="lv-zeros"><th scope="row">${what}, the other ${n} together</th><td></td><td></td><td>${formatExact(rest)}</td></tr>` : "";
  return `<table class="lv-terms"><caption class="lv-hidden">Terms of the sum</caption>
    <thead><tr><th scope="col">from</th><th scope="col">weight</th><th scope="col">value</th><th scope="col">product</th></tr></thead><tbody>
    ${fromX.shown.map((term) => row(`x “${escapeHtml(film.columnName(term.k))}”`, weight("weight_ih", term, `input ${film.columnName(term.k)}`), term)).join("")}
    ${others("x", fromX)}
    ${zeros ? `<tr class="lv-zeros"><th scope="row">x, ${zeros} others</th><td></td><td>× 0</td><td>0</td></tr>` : ""}
    ${fromH.shown.map((term) => row(`h<sub>t−1</sub> unit ${term.k + 1}`, weight("weight_hh", term, `hidden unit ${term.k + 1}`), term)).join("")}
    ${others("h<sub>t−1</sub>", fromH)}
    ${terms.biases.map(({ name: bias, value }) => `<tr><th scope="row">${BIAS_NAMES[bias]}</th><td>${numberField(film, bias, [terms.row], value, BIAS_NAMES[bias])}</td><td></td><td>${formatExact(value)}</td></tr>`).join("")}
    </tbody><tfoot><tr><th scope="row">sum</th><td></td><td></td><td><b>${total}</b></td></tr></tfoot></table>`;
}

// Of the terms of a sum those that count most, the largest first, and all others together.
function largestTerms(terms, most) {
  if (terms.length <= most + 1) return { shown: terms, others: 0, rest: 0 };
  const sorted = [...terms].sort((a, b) => Math.abs(b.product) - Math.abs(a.product));
  const others = sorted.slice(most);
  return { shown: sorted.slice(0, most), others: others.length, rest: others.reduce((sum, term) => sum + term.product, 0) };
}
