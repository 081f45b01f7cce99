// The player's entry: mounts it in the page.

import { Player } from "./player.js";
import { handOver } from "../shared/component.js";
import { InTurn } from "../shared/in_turn.js";

/** @param {{data: Contract.PlayerData, parentElement: HTMLElement, setStateValue: Function, setTriggerValue: Function}} args */
export default function mount({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".lv");
  root.lvActions ??= new InTurn();
  root.lvActions.ran();
  handOver(root, "lvPlayer", Player, data, {
    at: (at) => setStateValue("at", at),
    edit: (edits) => setTriggerValue("edit", edits),
    action: (name) => root.lvActions.say(() => setTriggerValue("action", name)),
  });
}
