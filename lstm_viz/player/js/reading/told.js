// The current step in words: the readout, what comes next, the sentence for a screen reader, the table.

import { quoted } from "./characters.js";
import { rowValue } from "./row_values.js";
import { escapeHtml } from "../shared/html.js";
import { formatNumber, formatPercent } from "../shared/numbers.js";

export const bitsText = (bits) => `${bits.toFixed(1)} bits`;

// A network gives no character all or nothing; what is sent of it is rounded, and may be 1 or 0.
const SURE = 1e-9;

export const chanceText = (p) => formatPercent(Math.min(1 - SURE, Math.max(SURE, p)));

// What draws a character from something else than what the network expects; "" for none.
function temperatureText(reading, t) {
  const temperature = reading.temperatureAt(t) ?? 1;
  return temperature === 1 ? "" : `temperature ${temperature.toFixed(2)}`;
}

export function readoutHtml(reading, t) {
  if (!reading.length) return "nothing to read yet";
  const strange = reading.isStrange(t) ? ` read as ${escapeHtml(quoted(reading.readAs(t)))}` : "";
  return `character ${t + 1} of ${reading.length} · <b>${escapeHtml(quoted(reading.characters[t]))}</b>${strange} · ${bitsText(reading.surprise[t])}`;
}

export function cameHtml(reading, t) {
  const next = t + 1;
  if (next >= reading.length) return reading.length ? "Nothing has come yet." : "The first character, after a line break.";
  const rank = reading.expected(next).findIndex(([character]) => character === reading.readAs(next));
  const place = rank < 0 ? "none of these" : rank === 0 ? "the first guess" : ["", "the second", "the third", "the fourth", "the fifth"][rank];
  return `Came: <b>${escapeHtml(quoted(reading.readAs(next)))}</b>, ${chanceText(reading.drawn(next) ?? reading.probability(next))} – ${place}`;
}

// What the character on screen itself was given, before it was seen.
export function givenHtml(reading, t) {
  if (t < 0) return "";
  const character = `<b>${escapeHtml(quoted(reading.characters[t]))}</b>`;
  const given = chanceText(reading.probability(t));
  const drawn = reading.drawn(t);
  if (temperatureText(reading, t)) return `${character} was given ${given}, and drawn at ${chanceText(drawn)}`;
  return `${character} itself was given ${given}: ${bitsText(reading.surprise[t])}`;
}

export function spokenText(reading, t) {
  if (!reading.length) return "Nothing to read yet.";
  const temperature = temperatureText(reading, t + 1);
  const guesses = reading.drawnFrom(t + 1).slice(0, 3).map(([character, p]) => `${spokenCharacter(character)} ${chanceText(p)}`);
  return `Character ${t + 1}, ${spokenCharacter(reading.characters[t])}; surprise ${bitsText(reading.surprise[t])}; expected next${temperature && ` at ${temperature}`}: ${guesses.join(", ")}.`;
}

const SPOKEN = { " ": "space", "\n": "line break", "\t": "tab" };
const spokenCharacter = (character) => SPOKEN[character] ?? character;

export function twinHtml(reading, t) {
  if (!reading.length) return "";
  const rows = reading.picture.rows.filter(({ unit }) => unit !== null).map((row) => {
    const value = formatNumber(rowValue(reading, row, t), row.scale === "values");
    return `<tr><th scope="row">unit ${row.unit + 1}, <span style="color:var(--lv-${row.color})">${row.label}</span></th><td>${value}</td></tr>`;
  });
  const guesses = (at) => reading.expected(at).map(([character, p]) => `<tr><th scope="row">${escapeHtml(quoted(character))}</th><td>${chanceText(p)}</td></tr>`).join("");
  const before = (at) => temperatureText(reading, at) && `, before ${temperatureText(reading, at)} is applied`;
  const table = (caption, body) => `<table class="lv-matrix"><caption>${caption}</caption><tbody>${body}</tbody></table>`;
  return `<div class="lv-tables">${table(`Character ${t + 1}, ${escapeHtml(quoted(reading.characters[t]))}, ${bitsText(reading.surprise[t])}`, rows.join(""))}${table(`Expected here, before it was seen${before(t)}`, guesses(t))}${table(`Expected next${before(t + 1)}`, guesses(t + 1))}</div>`;
}
