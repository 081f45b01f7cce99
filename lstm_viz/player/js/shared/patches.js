// Descriptions of Plotly traces: roles become colours, patches are put in.

// "$role" -> the colour of the theme; what a person typed (text, ticktext) is left alone.
export function resolve(node, palette) {
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

export function merge(base, patch) {
  const merged = { ...base };
  for (const [key, value] of Object.entries(patch)) {
    const deeper = value && typeof value === "object" && !Array.isArray(value);
    merged[key] = deeper ? merge(base[key] ?? {}, value) : value;
  }
  return merged;
}
