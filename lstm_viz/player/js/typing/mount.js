// The entry of the field of the page "Next character".

import { TypingAid } from "./aid.js";
import { handOver } from "../shared/component.js";

/** @param {{data: Contract.TypingData, parentElement: HTMLElement, setTriggerValue: Function}} args */
export default function mount({ data, parentElement, setTriggerValue }) {
  handOver(parentElement.querySelector(".aid"), "lvTyping", TypingAid, data, {
    text: (what) => setTriggerValue("text", what),
  });
}
