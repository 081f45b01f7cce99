// Words in and beside the aligned picture: labels of the rows, the line of the ledger, the tip.

import { quoted } from "./characters.js";
import { largestWrite, ledgerAt } from "./ledger.js";
import { rowValue } from "./row_values.js";
import { bitsText, chanceText } from "./told.js";
import { honest } from "../shared/honest.js";
import { escapeHtml } from "../shared/html.js";
import { formatNumber } from "../shared/numbers.js";

// Pixels for what is said above the ledger: one line, on narrow screens two.
export const captionHeight = () => (globalThis.matchMedia?.("(max-width: 760px)").matches ? 38 : 20);

// What the palest and the fullest colour of a row stand for.
function rangeText(reading, row) {
  if (row.range) return row.range;
  if (row.name === "surprise") return `0…${reading.picture.bits} bits`;
  if (row.group === "other") return sizeText(reading.others.find(({ unit }) => unit === row.unit).scale);
  if (row.unit !== null) return sizeText(reading.scale);
  const { signal, colorscale, scale } = reading.paint;
  if (signal === "surprise") return `0…${reading.picture.bits} bits`;
  return typeof colorscale === "string" ? sizeText(scale) : "0…1";
}

const sizeText = (scale) => `±${scale.toFixed(scale < 9.95 ? 1 : 0).replace(".0", "")}`;

// A label opens the glossary; on narrow screens, where it is a letter alone, it says what it is.
export function labelsHtml(reading) {
  const { rows, height, ledger, account } = reading.picture;
  const unitHtml = (row) => {
    if (row.unit === null) return "";
    const words = `<span class="lv-wide">unit </span>${row.unit + 1}`;
    if (row.group === "unit") return row.name === "f" ? `<b>${words}</b>` : "";
    return `<button type="button" class="lv-unit-button" data-unit="${row.unit}" title="Make unit ${row.unit + 1} the chosen one">${words}</button>`;
  };
  const wordsHtml = (k, { term, says, color }, words, range, symbol) =>
    `<a class="lv-term lv-wide" href="#term-${term}" title="${escapeHtml(says)}">${words}</a>` +
    `<small class="lv-wide">${range}</small>` +
    `<button type="button" class="lv-narrow lv-letter" data-row="${k}" style="color:var(--lv-${color})" aria-label="${escapeHtml(`${symbol.replace(/<[^>]*>/g, "")} ${says}`)}">${symbol}</button>`;
  const html = rows.map((row, k) => {
    const place = `top:${row.top}px;height:${row.drawn}px;color:var(--lv-${row.color})`;
    return `<span class="lv-row" style="${place}">${unitHtml(row)}${wordsHtml(k, row, row.label, rangeText(reading, row), row.symbol)}</span>`;
  });
  const place = `top:${height + captionHeight()}px;height:${ledger.layout.height}px`;
  const words = `what is left in unit ${reading.unit + 1}<br>of each earlier write`;
  const parts = wordsHtml(rows.length, { term: account.term, says: account.says, color: "text_c" }, words, sizeText(largestWrite(reading)), "<i>c</i>");
  html.push(`<span class="lv-row lv-row-ledger" style="${place}">${parts}</span>`);
  return html.join("");
}

// How c came about at step t, and of what it is made: parts that do not overlap.
const NOTHING = 0.005; // smaller is printed as 0.00

export function captionHtml(reading, { contributions, start }, t) {
  if (!reading.length) return "";
  const most = contributions.reduce((best, value, s) => (Math.abs(value) > Math.abs(contributions[best]) ? s : best), 0);
  const others = contributions.reduce((a, b) => a + b, -contributions[most]);
  const part = formatNumber(contributions[most], true);
  const ago = t - most;
  const when = ago === 0 ? "just now" : `${ago} character${ago > 1 ? "s" : ""} ago`;
  const parts = [`of that ${part} from ${quoted(reading.characters[most])} ${when}`];
  if (t) parts.push(`${formatNumber(others, true)} from ${t > 1 ? `the other ${t}` : "the other one"}`);
  if (Math.abs(start) >= NOTHING) parts.push(`${formatNumber(start, true)} from before the text`);
  const short = `most: ${part} from ${quoted(reading.characters[most])} ${when}`;
  return `<b>${stepHtml(reading, t)}</b><span class="lv-wide">${escapeHtml(parts.join(" · "))}</span><span class="lv-narrow">${escapeHtml(short)}</span>`;
}

// c = f·c₋₁ + i·c̃ of the chosen unit, with symbols and with numbers, in their colours.
function stepHtml({ signals, start, words }, t) {
  const coloured = (name, text) => `<span style="color:var(--lv-text_${words[name].color})">${text}</span>`;
  const symbol = (name) => coloured(name, `<i>${words[name].symbol.replace(/<sub>.*<\/sub>/, "")}</i>`);
  const value = (name, number) => coloured(name, bracketed(formatNumber(number)));
  const before = t ? signals.c[t - 1] : start;
  const [f, i, g] = ["f", "i", "g"].map((name) => value(name, signals[name][t]));
  const sum = honest(`${f} × ${value("c", before)} + ${i} × ${g} = ${coloured("c", formatNumber(signals.c[t]))}`);
  const symbols = ` = ${symbol("f")}·${symbol("c")}<sub>−1</sub> + ${symbol("i")}·${symbol("g")}`;
  return `${symbol("c")}<span class="lv-wide">${symbols}</span> = ${sum}`;
}

const bracketed = (text) => (text.startsWith("−") ? `(${text})` : text);

// What stands at height y of column t, while the reader is at `now`; and the row's own sentence.
export function fullTipHtml(reading, t, y, now) {
  const { rows, height, account } = reading.picture;
  const row = rows.find(({ top, height: high }) => y >= top && y < top + high) ?? (y > height ? account : null);
  if (!row) return tipHtml(reading, t, y, now);
  const range = row === account ? sizeText(largestWrite(reading)) : rangeText(reading, row);
  return `${tipHtml(reading, t, y, now)} <small>(${range})</small><br>${escapeHtml(row.says)}`;
}

export function tipHtml(reading, t, y, now) {
  const { rows, height } = reading.picture;
  const where = `<b>${t + 1}</b> ${escapeHtml(quoted(reading.characters[t]))}`;
  const row = rows.find(({ top, height: high }) => y >= top && y < top + high);
  if (!row) return y > height + captionHeight() && t <= now ? `${where}: ${writeHtml(reading, t, now)}` : where;
  if (row.name === "guess") {
    const guess = reading.expected(t)[row.rank];
    return guess ? `${where}: ${row.label} was ${escapeHtml(quoted(guess[0]))}, ${chanceText(guess[1])}` : where;
  }
  if (row.unit === null) {
    const strange = reading.isStrange(t) ? `, read as ${escapeHtml(quoted(reading.readAs(t)))}` : "";
    return `${where}${strange}: ${bitsText(reading.surprise[t])}, it was given ${chanceText(reading.probability(t))}`;
  }
  const value = formatNumber(rowValue(reading, row, t), row.scale === "values");
  return `${where}: <span style="color:var(--lv-${row.color})">${row.label}</span> of unit ${row.unit + 1} = ${value}`;
}

function writeHtml(reading, t, now) {
  const { i, g } = reading.signals;
  const left = ledgerAt(reading, now).contributions[t];
  return `wrote ${formatNumber(i[t] * g[t], true)}, of which ${formatNumber(left, true)} is left at ${now + 1}`;
}
