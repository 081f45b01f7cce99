// The player in a page without an app around it: a saved page, or a frame in a notebook.

import { bringPlotly, settleIn } from "./notebook.js";
import { Player } from "../player/player.js";

/** @type {Contract.PageData} */
const data = JSON.parse(document.getElementById("film").textContent);
const player = new Player(document.querySelector(".lv"));
const nobody = { at() {}, edit() {}, action() {} };
let shown = Promise.resolve();

function show() {
  shown = shown.then(() => player.update(data, nobody)).catch((error) => player.fail(error));
}

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
if (data.notebook) settleIn(show);
show();
if (data.notebook) {
  await bringPlotly(data.notebook);
  show(); // until now there were words alone
}
