// The player's entry: mounts it in the page.

import { Player } from "./player.js";
import { handOver } from "../shared/component.js";

/** @param {{data: Contract.PlayerData, parentElement: HTMLElement, setStateValue: Function, setTriggerValue: Function}} args */
export default function mount({ data, parentElement, setStateValue, setTriggerValue }) {
  handOver(parentElement.querySelector(".lv"), "lvPlayer", Player, data, {
    at: (at) => setStateValue("at", at),
    edit: (edits) => setTriggerValue("edit", edits),
    action: (name) => setTriggerValue("action", name),
  });
}
