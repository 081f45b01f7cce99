// Templates of the stages with symbols or numbers put in.

import { stepNumber, unitNumber, valuesAt } from "./film.js";
import { partOfSum } from "./sums.js";
import { honest } from "../shared/honest.js";
import { escapeHtml } from "../shared/html.js";
import { formatNumber, formatPercent } from "../shared/numbers.js";

export const FIELD = /\{(\(?)([a-z_]+)(?::(\d+))?\)?(\|%)?\}/g; // {f}, {(c)}, {f|%}, {f:2} for unit 2 (from 0)

export function symbolHtml(film, name) {
  const signal = film.signals[name];
  return `<span class="lv-signal" data-signal="${name}" style="color:var(--lv-text_${signal.color})">${signal.symbol}</span>`;
}

export const equationHtml = (film, template) =>
  template.replace(FIELD, (_, _brackets, name) => symbolHtml(film, name));

export function fillNumbers(film, template, t, unit, wrap = (text) => text, format = formatNumber) {
  const where = {
    step: stepNumber(film, t),
    unit: unitNumber(film, unit),
    token: film.tokens[t],
    next_token: film.tokens[t + 1] ?? "",
    x: film.tokens[t],
  };
  return honest(template.replace(FIELD, (_, brackets, name, other, percent) => {
    if (name in where) return escapeHtml(where[name]);
    const value = partOfSum(film, name, unit, t) ?? valuesAt(film, name, t)[other ?? unit];
    const text = percent ? formatPercent(value) : format(value);
    return wrap(brackets && text.startsWith("−") ? `(${text})` : text, name);
  }));
}

export function numbersHtml(film, template, t, unit) {
  return fillNumbers(film, template, t, unit, (text, name) => {
    const signal = film.signals[name] ?? film.signals[`z_${name.slice(-1)}`] ?? film.signals[name.slice(-1)];
    const marked = name in film.signals ? ` class="lv-signal" data-signal="${name}"` : "";
    return `<span${marked} style="color:var(--lv-text_${signal.color})">${text}</span>`;
  });
}

// The templates of stage k for a unit; a gate that is held by hand says so.
export function stageWords(film, t, k, unit) {
  const stage = film.stages[k];
  if (film.lines) return { ...film.lines[t][k], sentence: film.told[t][k] }; // a board
  if (film.told.length) return { title: stage.title, equation: stage.equation, numbers: stage.numbers, sentence: film.told[t][k] };
  const held = stage.gates.some((gate) => isHeld(film, gate, unit));
  return held ? { ...stage, numbers: stage.held, sentence: stage.heldSentence } : stage;
}

export const isHeld = (film, gate, unit) => typeof film.clamped[gate]?.[unit] === "number";
