// The strips of a frame: where each value stands, its number, its colour.

import { formatInput, formatNumber } from "../shared/numbers.js";

export const OPACITY = { active: 1, next: 1, done: 0.5, empty: 1 };
export const NO_TEXT = "\u00a0";

export function composeStrips(film, strips, t, k) {
  const stage = film.stages[k];
  const patch = { x: [], y: [], text: [], marker: { color: [], opacity: [] }, textfont: { color: [] } };
  for (const name of film.shown) {
    const strip = strips[name];
    const place = stage.carries && name in film.carried ? strips[film.carried[name]] : strip;
    const state = stage.states[name];
    const values = film.values(name, t + Number(state === "next"));
    const written = strip.numbered && state !== "empty";
    for (let j = 0; j < strip.cells; j += 1) {
      const value = `${film.scaleOf(name)}@${rounded(values[j] / film.scales[name])}`;
      patch.x.push(place.at[j][0]);
      patch.y.push(place.at[j][1]);
      patch.text.push(!written ? NO_TEXT : name === "x" ? formatInput(values[j]) : formatNumber(values[j], film.scaleOf(name) === "values"));
      patch.marker.color.push(state === "empty" ? "$off" : `$${value}`);
      patch.marker.opacity.push(OPACITY[state]);
      patch.textfont.color.push(state === "active" || state === "next" ? `$on ${value}` : "$ink");
    }
  }
  return patch;
}

const rounded = (share) => Math.round(share * 1e4) / 1e4;
