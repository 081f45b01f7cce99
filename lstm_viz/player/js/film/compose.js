// From the film to one frame.

import { valuesAt } from "./film.js";
import { composeRow } from "./row.js";
import { escapePlotly } from "../shared/html.js";
import { formatInput, formatNumber } from "../shared/numbers.js";

// What every changing trace looks like at stage k of step t: name -> patch, colours as roles.
export function compose(film, view, t, k) {
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

export const OPACITY = { active: 1, next: 1, done: 0.5, empty: 1 };
export const NO_TEXT = "\u00a0";

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
