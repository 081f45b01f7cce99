// From the film to one frame.  Mirrors lstm_viz/figures/film.py (compose) and notation.py (number).

function unpack(packed) {
  const [rows, columns] = packed.shape.length > 1 ? packed.shape : [1, packed.shape[0]];
  if (packed.oneHot) {
    return {
      rows, columns,
      row: (t) => Array.from({ length: columns }, (_, k) => Number(packed.oneHot[t] === k)),
    };
  }
  const bytes = Uint8Array.from(atob(packed.float32 ?? packed.int16), (character) => character.charCodeAt(0));
  const numbers = packed.int16
    ? Float32Array.from(new Int16Array(bytes.buffer), (step) => (step / 32767) * packed.scale)
    : new Float32Array(bytes.buffer);
  return { rows, columns, row: (t) => numbers.subarray(t * columns, (t + 1) * columns) };
}

// A payload as it was sent: JSON, or base64 of gzipped JSON.
async function readPayload(sent) {
  if (typeof sent !== "string") return sent;
  const bytes = Uint8Array.from(atob(sent), (character) => character.charCodeAt(0));
  const plain = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(plain).json();
}

function openFilm(payload) {
  const film = { stepWord: "step", ...payload };
  for (const group of ["values", "weights"]) {
    film[group] = Object.fromEntries(
      Object.entries(payload[group]).map(([name, packed]) => [name, unpack(packed)]),
    );
  }
  if (payload.h0) {
    film.h0 = unpack(payload.h0).row(0);
    film.c0 = payload.c0 && unpack(payload.c0).row(0);
  }
  if (payload.network) film.network = openNetwork(payload.network);
  film.length = film.steps * film.stages.length - Number(film.stages.at(-1).carries);
  return film;
}

// The values of a signal at step t: (units), or (inputs) for x.
function valuesAt(film, name, t) {
  if (name === "h_prev") return t ? film.values.h.row(t - 1) : film.h0;
  if (name === "c_prev") return t ? film.values.c.row(t - 1) : film.c0;
  return film.values[name].row(t);
}

// All that a gate reads; of a network with chosen units, the h of every unit.
const readBy = (film, name, t) => (film.network ? networkValues(film.network, name, t) : valuesAt(film, name, t));

// What a step and a unit (from 0) are called: their numbers in the whole run and network, from 1.
const stepNumber = (film, t) => t + 1 + (film.first ?? 0);
const unitNumber = (film, unit) => (film.network ? film.network.chosen[unit] : unit) + 1;

// The name of input k of the network, and which of them the k-th cell of the strip of x shows.
const columnName = (film, k) => (film.network?.columns ?? film.columns)[k];
const inputOf = (film, k, t) => (film.network?.oneCell ? networkValues(film.network, "x", t).indexOf(1) : k);

function formatNumber(value, sign = false) {
  const size = Math.abs(value);
  let digits = size < 99.995 ? size.toFixed(2) : size < 99999.5 ? size.toFixed(0) : size.toExponential(0);
  if (Number(digits) === 0) return "0.00";
  return (value < 0 ? "−" : sign ? "+" : "") + digits.replace(/e\+(\d)$/, "e+0$1");
}

// An input is mostly a 0 or a 1, and is shown as one.
const formatInput = (value) => formatNumber(value).replace(/\.00$/, "");

function formatPercent(value) {
  const whole = `${Math.floor(value * 100 + 0.5)} %`;
  if (value < 1e-12 || value > 1 - 1e-12) return whole;
  return value < 0.01 ? "under 1 %" : value > 0.99 ? "over 99 %" : whole;
}

const escapeHtml = (text) =>
  String(text).replace(/[&<>"]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[c]);
const escapePlotly = (text) =>
  String(text).replace(/[&<>]/g, (c) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;" })[c]);

// What every changing trace looks like at stage k of step t: name -> patch, colours as roles.
function compose(film, view, t, k) {
  if (view.looks) return composeRow(film, view, t, k);
  const stage = film.stages[k];
  const token = film.tokens[t + Number(stage.carries)] ?? "";
  return {
    ...film.quiet,
    ...film.lit[k],
    ...(film.shown.length ? { strips: composeStrips(film, view, t, k) } : {}),
    ...(view.scenes.length ? view.scenes[t][k] : { token: { text: [`“${escapePlotly(token)}”`] } }),
  };
}

const OPACITY = { active: 1, next: 1, done: 0.5, empty: 1 };
const NO_TEXT = "\u00a0";

function composeStrips(film, view, t, k) {
  const stage = film.stages[k];
  const patch = { x: [], y: [], text: [], marker: { color: [], opacity: [] }, textfont: { color: [] } };
  for (const name of film.shown) {
    const strip = view.strips[name];
    const place = stage.carries && name in film.carried ? view.strips[film.carried[name]] : strip;
    const state = stage.states[name];
    const values = valuesAt(film, name, t + Number(state === "next"));
    const written = strip.numbered && state !== "empty";
    for (let j = 0; j < strip.cells; j += 1) {
      const share = values[j] / film.scales[name];
      patch.x.push(place.at[j][0]);
      patch.y.push(place.at[j][1]);
      patch.text.push(!written ? NO_TEXT : name === "x" ? formatInput(values[j]) : formatNumber(values[j], true));
      patch.marker.color.push(state === "empty" ? "$off" : Math.round(share * 1e4) / 1e4);
      patch.marker.opacity.push(OPACITY[state]);
      patch.textfont.color.push(state !== "done" && Math.abs(share) > film.strong ? "$on_value" : "$ink");
    }
  }
  return patch;
}

// "$role" -> the colour of the theme; what a person typed (text, ticktext) is left alone.
function resolve(node, palette) {
  if (typeof node === "string") return node.startsWith("$") ? palette[node.slice(1)] : node;
  if (Array.isArray(node)) return node.map((item) => resolve(item, palette));
  if (!node || typeof node !== "object") return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === "text" || key === "ticktext" ? value : resolve(value, palette),
    ]),
  );
}

function merge(base, patch) {
  const merged = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    const deeper = value && typeof value === "object" && !Array.isArray(value);
    merged[key] = deeper ? merge(base[key] ?? {}, value) : value;
  }
  return merged;
}

// Sizes are in pixels of the unscaled picture; type never goes below 11 px.
const SMALLEST_TEXT = 11;
const SMALLEST_OP = 26; // round “tanh” at that size
function scaleSizes(trace, scale) {
  const times = (value, least = 0) =>
    Array.isArray(value) ? value.map((v) => Math.max(least, v * scale)) : Math.max(least, value * scale);
  const scaled = structuredClone(trace);
  if (scaled.line?.width !== undefined) scaled.line.width = times(scaled.line.width, 1);
  if (scaled.marker?.size) scaled.marker.size = times(scaled.marker.size, trace.name === "ops" ? SMALLEST_OP : 0);
  if (scaled.marker?.line?.width) scaled.marker.line.width = times(scaled.marker.line.width);
  const least = trace.name === "labels" ? SMALLEST_TEXT / 0.7 : SMALLEST_TEXT; // of their subscripts
  if (scaled.textfont?.size) scaled.textfont.size = times(scaled.textfont.size, least);
  return scaled;
}
