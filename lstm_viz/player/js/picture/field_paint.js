// Fields of tiny cells, painted on a canvas.

import { onScale, stopsOf } from "../shared/colours.js";

const SHADES = 256;
const ROOMY = 6; // pixels of the screen from which tiny cells stand apart

// The colours of each scale that these signals have, in equal steps.
export function shadesOf(film, names, palette) {
  return Object.fromEntries(names.map((name) => {
    const scale = film.scaleOf(name);
    const stops = stopsOf(palette, scale);
    return [name, { signed: scale === "values", colours: Array.from({ length: SHADES }, (_, k) => onScale(stops, k / (SHADES - 1))) }];
  }));
}

// Fields on a canvas of so many pixels a unit of the picture, `top` units below its edge.
export function paintFields(context, looks, { scale, palette, shades, film, unit, top = 0 }) {
  const edge = (value) => Math.round(value * scale);
  // The empty places stay when values move on to the next step.
  context.globalAlpha = 1;
  for (const { field: { box: [x0, y0, x1, y1] } } of looks) {
    context.fillStyle = palette.off;
    context.fillRect(edge(x0), edge(y0 + top), edge(x1) - edge(x0), edge(y1 + top) - edge(y0 + top));
  }
  for (const { name, field, at: [left, y], seen, shares } of looks) {
    if (!seen) continue;
    const { box: [x0, y0, x1, y1], columns, rows, cells } = field;
    const [width, height] = [(x1 - x0) / columns, (y1 - y0) / rows];
    const gap = Math.min(width, height) * scale >= ROOMY ? 1 : 0;
    context.globalAlpha = seen;
    for (let n = 0; n < cells; n += 1) {
      const [column, row] = [n % columns, Math.floor(n / columns)];
      const [a, b] = [edge(left + column * width), edge(y + top + row * height)];
      const [right, bottom] = [edge(left + (column + 1) * width), edge(y + top + (row + 1) * height)];
      const k = name === "x" ? undefined : film.placeOf(n);
      context.fillStyle = k === undefined ? shadeOf(shades[name], shares[n]) : palette.paper;
      context.fillRect(a, b, right - a - gap, bottom - b - gap);
      if (k === undefined) continue;
      // A chosen unit stands above, with its number; the one that is spoken of has a bigger mark.
      const side = Math.min(right - a, bottom - b, Math.max(2, Math.round((k === unit ? 8 : 3) * scale)));
      context.fillStyle = k === unit ? palette.ink : palette.muted;
      context.fillRect((a + right - gap - side) >> 1, (b + bottom - gap - side) >> 1, side, side);
    }
  }
  context.globalAlpha = 1;
}

export function shadeOf({ signed, colours }, share) {
  const place = signed ? (share + 1) / 2 : share;
  return colours[Math.round(Math.max(0, Math.min(1, place)) * (SHADES - 1))];
}
