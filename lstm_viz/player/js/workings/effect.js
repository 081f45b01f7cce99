// A squash with every unit on the curve, a gate's effect, and the cell state over the steps.

import { symbolHtml } from "../film/words.js";
import { escapeHtml } from "../shared/html.js";
import { formatNumber, formatPercent } from "../shared/numbers.js";
import { heldNote, unitHead, unitsOf, valueCell } from "./parts.js";

const CURVE = { width: 400, height: 186, left: 30, right: 10, top: 12, bottom: 24 };

export function workSquash(film, { t, unit }, name) {
  const to = name === "c" ? "tanh_c" : name;
  const { inputs: [from], squash } = film.signals[to];
  const [ins, outs] = [film.values(from, t), film.values(to, t)];
  const f = squash === "tanh" ? Math.tanh : (z) => 1 / (1 + Math.exp(-z));
  const slope = squash === "tanh" ? 1 - f(ins[unit]) ** 2 : f(ins[unit]) * (1 - f(ins[unit]));
  const color = film.signals[to].color;
  const held = film.isHeld(name, unit);
  const reach = name === "c" ? film.scales.c : 2;
  const row = (label, values, scale) => `<tr><th scope="row">${label}</th>${unitsOf(film).map((k) => valueCell(film, values[k], scale, { hit: k === unit })).join("")}</tr>`;
  const heads = unitsOf(film).map((k) => `<th scope="col"${k === unit ? ' aria-current="true"' : ""}><span class="lv-wide">unit </span>${k + 1}</th>`);
  // Of a unit held by hand nothing gets through: it has no slope to speak of.
  const passes = `${squash}(${formatNumber(ins[unit])}) = ${formatNumber(f(ins[unit]))}, slope there ${formatNumber(slope)} (at most ${squash === "tanh" ? "1" : "¼"}, in the middle): that is how far a small change of ${symbolHtml(film, from)} gets through.`;
  return `${curveSvg(film, unit, { ins, outs, f, slope, low: squash === "tanh" ? -1 : 0, color, squash, held })}
    <table class="lv-grid lv-spread"><caption class="lv-hidden">Before and after ${squash}</caption><thead><tr><td></td>${heads.join("")}</tr></thead>
    <tbody>${row(symbolHtml(film, from), ins, Math.max(reach, ...[...ins].map(Math.abs)))}${row(symbolHtml(film, to), outs, 1)}</tbody></table>
    ${held ? heldNote(film, name, unit, `; ${squash} would make ${formatNumber(f(ins[unit]))}`) : `<p class="lv-note">${passes}</p>`}`;
}

function curveSvg(film, unit, { ins, outs, f, slope, low, color, squash, held }) {
  const { width, height, left, right, top, bottom } = CURVE;
  const far = Math.max(4, Math.ceil(Math.max(...[...ins].map(Math.abs))));
  const x = (z) => left + ((z + far) / (2 * far)) * (width - left - right);
  const y = (v) => top + ((1 - v) / (1 - low)) * (height - top - bottom);
  const at = (z, v) => `transform:translate(${x(z).toFixed(1)}px,${y(v).toFixed(1)}px)`;
  const curve = [...Array(81).keys()].map((n) => (n / 40 - 1) * far).map((z) => `${x(z).toFixed(1)},${y(f(z)).toFixed(1)}`);
  const others = unitsOf(film).filter((k) => k !== unit).map((k) => `<circle class="lv-rider" r="5" style="${at(ins[k], outs[k])}"/>`);
  const [z, value] = [ins[unit], outs[unit]];
  const across = 46 / Math.hypot(x(1) - x(0), (y(1) - y(0)) * slope);
  const tangent = `<line class="lv-tangent" x1="${x(z - across)}" y1="${y(f(z) - slope * across)}" x2="${x(z + across)}" y2="${y(f(z) + slope * across)}"/>`;
  const drop = `<line class="lv-drop" x1="${x(z)}" y1="${y(low)}" x2="${x(z)}" y2="${y(value)}"/><line class="lv-drop" x1="${x(-far)}" y1="${y(value)}" x2="${x(z)}" y2="${y(value)}"/>`;
  const ends = low ? [[-1, "−1"], [0, "0"], [1, "1"]] : [[0, "0"], [0.5, "½"], [1, "1"]];
  const levels = ends.map(([v, text]) => `<line class="lv-level" x1="${left}" x2="${width - right}" y1="${y(v)}" y2="${y(v)}"/><text class="lv-tick" x="${left - 6}" y="${y(v) + 4}" text-anchor="end">${text}</text>`);
  const marks = [-far, -far / 2, 0, far / 2, far].map((v) => `<text class="lv-tick" x="${x(v)}" y="${height - 6}" text-anchor="${v === far ? "end" : "middle"}">${String(v).replace("-", "−")}</text>`);
  const aside = z > far * 0.3 ? -12 : 12;
  const said = unitsOf(film).map((k) => `unit ${k + 1} from ${formatNumber(ins[k])} to ${formatNumber(outs[k])}`).join(", ");
  return `<svg class="lv-curve" viewBox="0 0 ${width} ${height}" role="img" aria-label="The curve of ${squash} with every unit on it: ${said}" style="--signal:var(--lv-${color});--signal-text:var(--lv-text_${color})">
    ${levels.join("")}${marks.join("")}<polyline class="lv-curve-line" points="${curve.join(" ")}"/>${drop}${held ? "" : tangent}${others.join("")}
    ${held ? `<circle class="lv-rider" r="5" style="${at(z, f(z))}"/>` : ""}
    <circle class="lv-rider lv-rides" r="7" style="${at(z, value)}"/>
    <text class="lv-riding" style="${at(z, value)}" x="${aside}" y="${held ? -10 : low && z < 0 ? 5 : aside < 0 ? -8 : 18}" text-anchor="${aside < 0 ? "end" : "start"}">${formatNumber(value)}${held ? " held" : ""}</text></svg>`;
}

// A gate times what it meets, and the sum of two.
export function workEffect(film, { t, unit }, gate) {
  const made = Object.keys(film.signals).find((name) => film.signals[name].inputs[0] === gate);
  const names = [...film.signals[made].inputs, made];
  const [shares, content, result] = names.map((name) => film.values(name, t));
  const scale = film.scales[names[1]];
  const rows = unitsOf(film).map((k) => `<tr${k === unit ? ' class="lv-chosen"' : ""}>${unitHead(k, unit)}
    ${valueCell(film, shares[k], 1)}<td class="lv-op">×</td>${valueCell(film, content[k], scale)}<td class="lv-op">=</td>${valueCell(film, result[k], scale)}
    <td class="lv-bars">${bar("lv-whole", 0, content[k], scale)}${bar("lv-part-of", 0, result[k], scale, names[2])}</td></tr>`);
  const share = formatPercent(shares[unit]);
  return `${effectTable(film, names, ["×", "="], rows)}
    <p class="lv-note">The outline is ${symbolHtml(film, names[1])}, the bar what is left of it. Each unit has its own share: here ${unitsOf(film).map((k) => formatPercent(shares[k])).join(", ")}. Unit ${unit + 1}: ${share} of ${formatNumber(content[unit])}.</p>
    ${heldNote(film, gate, unit, "")}`;
}

export function workAdd(film, { t, unit }) {
  const names = ["kept", "written", "c"];
  const [kept, written, c] = names.map((name) => film.values(name, t));
  const scale = 1.06 * Math.max(film.scales.c, ...[...kept, ...c].map(Math.abs));
  const rows = unitsOf(film).map((k) => `<tr${k === unit ? ' class="lv-chosen"' : ""}>${unitHead(k, unit)}
    ${valueCell(film, kept[k], scale)}<td class="lv-op">+</td>${valueCell(film, written[k], scale)}<td class="lv-op">=</td>${valueCell(film, c[k], scale)}
    <td class="lv-bars lv-two">${bar("lv-part-of", 0, kept[k], scale, "c")}${bar("lv-added", kept[k], c[k], scale, "c")}<span class="lv-here" style="left:${percentAt(c[k], scale)}%"></span></td></tr>`);
  const beyond = unitsOf(film).filter((k) => Math.abs(c[k]) > 1);
  const note = beyond.length
    ? `Unit ${beyond.map((k) => k + 1).join(" and ")} ${beyond.length > 1 ? "are" : "is"} beyond ±1 now: a sum has no bounds.`
    : "All are between −1 and 1 at this step; nothing makes sure of it, a sum has no bounds.";
  return `${effectTable(film, names, ["+", "="], rows)}
    <p class="lv-note">Full bar: what was kept. Striped: what is written, from there on. The line is c. ${note}</p>
    ${["f", "i"].map((gate) => heldNote(film, gate, unit, "")).join("")}`;
}

function effectTable(film, names, signs, rows) {
  const heads = names.map((name) => `<th scope="col">${symbolHtml(film, name)}</th>`);
  const between = signs.map(() => "<td></td>");
  return `<table class="lv-grid lv-spread lv-effect"><caption class="lv-hidden">${names.map((name) => film.signals[name].label).join(", ")}, a row for each unit</caption>
    <thead><tr><td></td>${heads[0]}${between[0]}${heads[1]}${between[1]}${heads[2]}<td class="lv-bars-head"></td></tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

const percentAt = (value, scale) => (50 + (50 * Math.max(-1, Math.min(1, value / scale)))).toFixed(1);

function bar(kind, from, to, scale, color = "") {
  const [a, b] = [Math.min(from, to), Math.max(from, to)].map((value) => Number(percentAt(value, scale)));
  return `<span class="${kind}" style="left:${a.toFixed(1)}%;width:${(b - a).toFixed(1)}%${color ? `;--signal:var(--lv-${{ kept: "c", written: "c", h: "h" }[color] ?? color})` : ""}"></span>`;
}

// The cell state over the steps up to this one.
export function workPath(film, { t, unit }) {
  const { width, left, right, top } = CURVE;
  const height = 220;
  const scale = film.scales.c;
  const values = (k) => [...Array(t + 2).keys()].map((n) => film.values(n ? "c" : "c_prev", n ? n - 1 : 0)[k]);
  const x = (n) => left + 16 + (n / film.steps) * (width - left - right - 36);
  const y = (v) => top + ((1 - v / scale) / 2) * (height - top - 28);
  const line = (k) => `<polyline class="${k === unit ? "lv-path lv-rides" : "lv-path"}" points="${values(k).map((v, n) => `${x(n).toFixed(1)},${y(v).toFixed(1)}`).join(" ")}"/>`;
  const others = unitsOf(film).filter((k) => k !== unit).map(line);
  const levels = [-1, 0, 1].map((v) => `<line class="lv-level" x1="${left}" x2="${width - right}" y1="${y(v)}" y2="${y(v)}"/><text class="lv-tick" x="${left - 6}" y="${y(v) + 4}" text-anchor="end">${String(v).replace("-", "−")}</text>`);
  const words = ["start", ...film.tokens].map((token, n) => `<text class="lv-tick${n === t + 1 ? " lv-now" : ""}" x="${x(n)}" y="${height - 6}" text-anchor="middle">${escapeHtml(token)}</text>`);
  const chosen = values(unit);
  const told = chosen.map((value) => formatNumber(value));
  const biggest = unitsOf(film).map((k) => Math.max(...values(k).map(Math.abs)));
  const beyond = unitsOf(film).filter((k) => biggest[k] > 1);
  return `<svg class="lv-curve" viewBox="0 0 ${width} ${height}" role="img" aria-label="The cell state over the steps; unit ${unit + 1}: ${told.join(", ")}" style="--signal:var(--lv-c);--signal-text:var(--lv-text_c)">
    ${levels.join("")}${words.join("")}${others.join("")}${line(unit)}
    ${chosen.map((v, n) => `<circle class="lv-step-dot" r="${n === t + 1 ? 6 : 3.5}" cx="${x(n)}" cy="${y(v)}"/>`).join("")}</svg>
    <p class="lv-sum"><b>unit ${unit + 1}</b> ${told.join(" → ")}</p>
    <p class="lv-note">${beyond.length ? `Unit ${beyond.map((k) => k + 1).join(" and ")} ${beyond.length > 1 ? "have" : "has"} been beyond ±1.` : "No unit has been beyond ±1 yet."} The thin lines are the other units; all of them live through every step.</p>`;
}
