// Templates of the stages with symbols or numbers put in.

import { partOfSum } from "./sums.js";
import { honest } from "../shared/honest.js";
import { escapeHtml } from "../shared/html.js";
import { formatNumber, formatPercent } from "../shared/numbers.js";

const FIELD = /\{(\(?)([a-z_]+)(?::(\d+))?\)?(\|%)?\}/g; // {f}, {(c)}, {f|%}, {f:2} for unit 2 (from 0)

/** @type {import("./film.js").Marks} */
export const HTML = {
  symbol: ({ color, label, symbol }, name) => `<span class="lv-signal" data-signal="${name}" title="${label}" style="color:var(--lv-text_${color})">${symbol}</span>`,
  value: (text, { color }, name) => `<span${name ? ` class="lv-signal" data-signal="${name}"` : ""} style="color:var(--lv-text_${color})">${text}</span>`,
};

export const symbolHtml = ({ signals }, name) => HTML.symbol(signals[name], name);

/** An equation: each field becomes the symbol of its signal. */
export const withSymbols = ({ signals }, template, marks = HTML) =>
  template.replace(FIELD, (_, _brackets, name) => marks.symbol(signals[name], name));

/** Each field becomes the value of its signal, of the chosen unit or of the one it names. */
export function withNumbers(film, template, { t, unit }, marks = HTML) {
  return fillNumbers(film, template, t, unit, (text, name) => {
    if (name in film.signals) return marks.value(text, film.signals[name], name);
    const gate = name.slice(-1); // of wx_f, a part of a sum
    return marks.value(text, film.signals[`z_${gate}`] ?? film.signals[gate], "");
  });
}

/** @param {(text: string, name: string) => string} wrap */
export function fillNumbers(film, template, t, unit, wrap = (text) => text, format = (value) => formatNumber(value)) {
  const where = {
    step: film.stepNumber(t),
    unit: film.unitNumber(unit),
    token: film.tokens[t],
    next_token: film.tokens[t + 1] ?? "",
    x: film.tokens[t],
  };
  return honest(template.replace(FIELD, (_, brackets, name, other, percent) => {
    if (name in where) return escapeHtml(where[name]);
    const value = partOfSum(film, name, unit, t) ?? film.values(name, t)[other ?? unit];
    const text = percent ? formatPercent(value) : format(value);
    return wrap(brackets && text.startsWith("−") ? `(${text})` : text, name);
  }));
}
