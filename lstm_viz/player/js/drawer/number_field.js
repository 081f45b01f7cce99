// A field for one number of the run.  What is typed goes to Python as it is: there numbers are read.

import { escapeHtml } from "../shared/html.js";

const ARROW_STEPS = { ArrowUp: 1, ArrowDown: -1 };

// Without someone to recompute (a saved page) the number is only shown.
export function numberField(film, target, index, value, label) {
  const shown = String(Number(value.toPrecision(4)));
  if (!film.editable) return shown.replace("-", "−");
  const own = film.edited?.[`${target}.${index.join(".")}`] ?? shown; // what the reader set stands there in full
  return numberHtml({ target, index, value: own, step: Math.abs(value) >= 10 ? 1 : 0.1, label });
}

// The value that a gate is held at; an empty field holds nothing.
export function holdField(film, index, value, label) {
  const own = film.edited?.[`clamp.${index.join(".")}`] ?? value ?? "";
  return numberHtml({ target: "clamp", index, value: own, step: 0.1, label, placeholder: "free" });
}

const numberHtml = ({ target, index, value, step, label, placeholder = "" }) =>
  `<input type="text" autocomplete="off" spellcheck="false" value="${value}" placeholder="${placeholder}"
    data-step="${step}" data-target="${target}" data-index="${index.join(".")}" aria-label="${escapeHtml(label)}">`;

// Something else is typed in it than it came with, and nobody was told yet.
export const isDraft = (field) => field.value !== field.defaultValue && field.value !== field.dataset.sent;

// An arrow key in a field: a step up or down; true if it was one.
export function stepByKey(field, key) {
  const now = Number(field.value.trim().replace("−", "-"));
  if (!(key in ARROW_STEPS) || !Number.isFinite(now)) return false;
  field.value = String(Number((now + ARROW_STEPS[key] * Number(field.dataset.step)).toPrecision(7)));
  return true;
}

/**
 * Where the cells of a pasted block go: it fills the table from the field on, as in a spreadsheet.
 * @param {string} text
 * @returns {{edits?: {target: string, index: number[], value: string}[], problem?: string} | null} null if it
 *   is no block
 */
export function pastedBlock(field, text) {
  const rows = text.replace(/(\r?\n)+$/, "").split(/\r?\n/).map((row) => row.split("\t"));
  const width = Math.max(...rows.map((row) => row.length));
  if (rows.length === 1 && width === 1) return null;
  const places = placesFrom(field);
  const room = `${places.length} × ${places[0].length}`;
  if (rows.length > places.length || width > places[0].length) {
    return { problem: `Expected at most ${room} numbers from this field on (rows × columns), got ${rows.length} × ${width}; nothing changed.` };
  }
  const uneven = rows.findIndex((row) => row.length !== width);
  if (uneven >= 0) return { problem: `Expected ${width} numbers in each row, got ${rows[uneven].length} in row ${uneven + 1}; nothing changed.` };
  return { edits: rows.flatMap((row, r) => row.map((value, c) => ({ ...fieldPlace(places[r][c]), value }))) };
}

export const fieldPlace = ({ dataset }) => ({ target: dataset.target, index: dataset.index.split(".").map(Number) });

// The fields of a table from this one on, to the right and down, in rows.
function placesFrom(field) {
  const table = field.closest(".lv-matrix");
  if (!table) return [[field]];
  const rows = [...table.querySelectorAll("tr")].map((row) => [...row.querySelectorAll("input")]).filter((row) => row.length);
  const top = rows.findIndex((row) => row.includes(field));
  const left = rows[top].indexOf(field);
  return rows.slice(top).map((row) => row.slice(left));
}
