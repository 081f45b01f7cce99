// Descriptions of Plotly traces: roles become colours, patches are put in.

import { colourOf } from "./colours.js";

// "$role" -> the colour of the theme; what a person typed (text, ticktext) is left alone.
export function resolve(node, palette) {
  if (typeof node === "string") return node.startsWith("$") ? colourOf(node, palette) : node;
  if (Array.isArray(node)) return node.map((item) => resolve(item, palette));
  if (!node || typeof node !== "object") return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === "text" || key === "ticktext" ? value : resolve(value, palette),
    ]),
  );
}

export function merge(base, patch) {
  const merged = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    const deeper = value && typeof value === "object" && !Array.isArray(value);
    merged[key] = deeper ? merge(base[key] ?? {}, value) : value;
  }
  return merged;
}

/** What of a patch is not so already; nothing if all of it is. */
export function differing(base, patch) {
  const found = Object.entries(patch).flatMap(([key, value]) => {
    const before = base?.[key];
    if (before === value) return [];
    if (Array.isArray(value)) {
      const isSame = Array.isArray(before) && before.length === value.length && value.every((item, k) => item === before[k]);
      return isSame ? [] : [[key, value]];
    }
    const change = value && typeof value === "object" ? differing(before, value) : value;
    return change === null ? [] : [[key, change]];
  });
  return found.length ? Object.fromEntries(found) : null;
}
