// The fields of tiny cells of a big network, composed for one frame.

import { OPACITY } from "./compose.js";
import { networkValues } from "./network.js";

// What each field looks like at stage k of step t: where it is, how much is seen, its values as shares.
export function composeFields(film, view, t, k) {
  const stage = film.stages[k];
  return Object.entries(view.fields ?? {}).map(([name, field]) => {
    const state = stage.states[name];
    const moved = stage.carries && name in film.carried;
    const values = networkValues(film.network, name, t + Number(state === "next"));
    return {
      name,
      field,
      at: (moved ? view.fields[film.carried[name]] : field).box.slice(0, 2),
      seen: state === "empty" ? 0 : OPACITY[state],
      shares: Array.from(values, (value) => value / film.scales[name]),
    };
  });
}

// The tiny cell of a field at a point of the picture, or -1.
export function cellAt({ box: [x0, y0, x1, y1], columns, rows, cells }, x, y) {
  const column = Math.floor(((x - x0) / (x1 - x0)) * columns);
  const row = Math.floor(((y - y0) / (y1 - y0)) * rows);
  const n = row * columns + column;
  return column >= 0 && column < columns && row >= 0 && n < cells ? n : -1;
}
