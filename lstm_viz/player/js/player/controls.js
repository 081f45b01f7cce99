// What a click or a key does in the player.

import { isCovered } from "../shared/keys.js";
import { saveAsPng } from "../picture/png.js";

/**
 * @param {import("./player.js").Player} player
 * @param {AbortSignal} signal  ends it all
 */
export function listen(player, signal) {
  const { root, transport, readout, late } = player;
  const on = (selector, type, act) => root.querySelector(selector).addEventListener(type, act);
  on(".lv-prev", "click", () => late.do(() => transport.step(-1)));
  on(".lv-next", "click", () => late.do(() => transport.step(1)));
  on(".lv-play", "click", () => late.do(() => transport.toggle()));
  on(".lv-scrub", "input", ({ target }) => transport.seek(Number(target.value)));
  on(".lv-unit", "change", ({ target }) => player.pickUnit(Number(target.value)));
  on(".lv-undo", "click", () => player.tell.action("undo"));
  on(".lv-reset", "click", () => player.tell.action("reset"));
  on(".lv-png", "click", () => saveAsPng(player.cell, player.film, player.at));
  on(".lv-explain", "click", () => player.explain({ name: player.film.stages[player.at.stage].focus.at(-1), k: player.at.unit }));
  on(".lv-ribbon", "click", ({ target }) => {
    const chosen = target.closest("[data-n]");
    if (!chosen) return;
    const n = Number(chosen.dataset.n);
    late.do(() => (readout.ofStages ? transport.go(player.at.t, n) : transport.go(n, player.at.stage)));
  });
  on(".lv-twin", "toggle", () => readout.paintTwin(player.at));
  on(".lv-twin", "click", ({ target }) => {
    const cell = target.closest("[data-name]");
    if (cell) player.explain({ name: cell.dataset.name, k: Number(cell.dataset.k) });
  });
  root.addEventListener("pointerover", ({ target }) => player.point(target.closest?.("[data-signal]")?.dataset.signal));
  window.addEventListener("keydown", (event) => pressed(player, event), { signal });
  // Who goes on to a control of the page has come to rest: it acts on the place that is on screen.
  const leaves = ({ target }) => !root.contains(target) && target !== document.body && player.leave();
  document.addEventListener("pointerdown", leaves, { capture: true, signal });
  document.addEventListener("keydown", (event) => (event.key === "Enter" || event.key === " ") && leaves(event), { capture: true, signal });
  window.addEventListener("pagehide", () => player.progress.keep(), { signal });
}

function pressed({ drawer, questions, sound, wayBack, wayIn, transport }, event) {
  if (event.key === "Escape" && drawer.shows && !isCovered()) drawer.open(null);
  else if ([questions, wayBack, wayIn, sound, transport].some((part) => part.key(event))) event.preventDefault();
}
