// The player's entry: mounts it in the page.

import { Player } from "./player.js";

// Mount the player in a `.lv` element, or hand new data to the one that is there.
export default function mount({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".lv");
  root.lvPlayer ??= new Player(root);
  const player = root.lvPlayer;
  const tell = {
    at: (at) => setStateValue("at", at),
    edit: (edits) => setTriggerValue("edit", edits),
    action: (name) => setTriggerValue("action", name),
    needPlotly: () => setTriggerValue("action", "need-plotly"),
  };
  player.updates = (player.updates ?? Promise.resolve())
    .then(() => player.update(data, tell))
    .catch((error) => player.fail(error));
}
