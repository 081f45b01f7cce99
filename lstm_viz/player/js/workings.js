// What a stage computes, worked out beside the picture: products, sums, curves, effects.

const WORKINGS = {
  inputs: workInputs,
  row_x: (film, at, gate) => workProduct(film, at, gate, "x"),
  row_h: (film, at, gate) => workProduct(film, at, gate, "h"),
  bias: (film, at, gate) => workSum(film, at, gate, true),
  sum: (film, at, gate) => workSum(film, at, gate, false),
  squash: workSquash,
  effect: workEffect,
  add: workAdd,
  path: workPath,
};

// The panel for where the reader is, as HTML; empty where the stage has none.
function workingsHtml(film, at) {
  const [kind, name] = (film.stages[at.stage].work ?? "").split(" ");
  const html = WORKINGS[kind]?.(film, at, name);
  return html ? `<div class="lv-work" data-work="${kind} ${name}">${html}</div>` : "";
}

// The same into an element, in place where it is the same panel: then values move to where they go.
function paintWorkings(box, film, at) {
  const html = workingsHtml(film, at);
  if (box.painted === html && box.firstElementChild) return;
  box.painted = html;
  const fresh = document.createElement("div");
  fresh.innerHTML = html;
  const [old, next] = [box.firstElementChild, fresh.firstElementChild];
  if (old && next && old.dataset.work === next.dataset.work) becomeLike(old, next);
  else box.replaceChildren(...fresh.childNodes);
  // Where it has to be scrolled, it can be scrolled with the keyboard.
  if (box.scrollHeight > box.clientHeight + 1) box.tabIndex = 0;
  else box.removeAttribute("tabindex");
}

function becomeLike(old, next) {
  const alike = old.nodeType === next.nodeType && old.nodeName === next.nodeName;
  if (!alike || old.childNodes.length !== next.childNodes.length) {
    old.replaceWith(next);
    return;
  }
  if (old.nodeType === Node.TEXT_NODE) {
    if (old.data !== next.data) old.data = next.data;
    return;
  }
  for (const { name } of [...old.attributes]) if (!next.hasAttribute(name)) old.removeAttribute(name);
  for (const { name, value } of [...next.attributes]) if (old.getAttribute(name) !== value) old.setAttribute(name, value);
  const children = [...next.childNodes];
  [...old.childNodes].forEach((child, n) => becomeLike(child, children[n]));
}

const unitsOf = (film) => [...Array(film.units).keys()];
const unitHead = (unit, chosen) => `<th scope="row"${unit === chosen ? ' aria-current="true"' : ""}><span class="lv-wide">unit </span>${unit + 1}</th>`;
const inBrackets = (value) => (value < 0 ? `(${formatNumber(value)})` : formatNumber(value));
const total = (terms) => terms.reduce((sum, term) => sum + term.product, 0);
const rowsOf = (film, gate) => `${rowOf(film, gate)} to ${rowOf(film, gate, film.units - 1)}`;

// A value's colour in both themes; the style sheet takes the one that is on.
function shade(film, share) {
  const place = (Math.max(-1, Math.min(1, share)) + 1) / 2;
  const mixed = (theme) => {
    const stops = film.palettes[theme].values;
    const n = Math.max(1, stops.findIndex(([at]) => at >= place));
    const [[from, a], [to, b]] = [stops[n - 1], stops[n]];
    return `color-mix(in srgb, ${b} ${((100 * (place - from)) / (to - from)).toFixed(0)}%, ${a})`;
  };
  return `--light:${mixed("light")};--dark:${mixed("dark")}`;
}

// Colours of cells with a number in them stop where ink can no longer be read on them.
const SOFT = 0.65;

function valueCell(film, value, scale, { hit = false } = {}) {
  return `<td class="lv-v${hit ? " lv-hit" : ""}" style="${shade(film, (SOFT * value) / scale)}">${formatNumber(value)}</td>`;
}

function largestWeight(film) {
  return (film.largestWeight ??= Math.max(
    ...["weight_ih", "weight_hh"].flatMap((name) => [...Array(gatesOf(film).length * film.units).keys()].map((row) => Math.max(...film.weights[name].row(row).map(Math.abs)))),
  ));
}

const heldNote = (film, gate, unit, made) =>
  isHeld(film, gate, unit)
    ? `<p class="lv-note lv-by-hand">The ${film.signals[gate].label} of unit ${unit + 1} is held at ${formatNumber(film.clamped[gate][unit])} by hand${made}.</p>`
    : "";
