// The entry of the component of the page "Read along": mounts it in the page.

import { ReadingAlong } from "./reading.js";
import { handOver } from "../shared/component.js";

/** @param {{data: Contract.ReadingData, parentElement: HTMLElement, setTriggerValue: Function}} args */
export default function mount({ data, parentElement, setTriggerValue }) {
  const trigger = (name) => (value) => setTriggerValue(name, value);
  handOver(parentElement.querySelector(".lv"), "lvReading", ReadingAlong, data, {
    text: trigger("text"),
    enter: trigger("enter"),
    unit: trigger("unit"),
    marks: trigger("marks"),
    action: trigger("action"),
  });
}
