// The entry of the component of the page "Read along": mounts it in the page.

import { ReadingAlong } from "./reading.js";

// Mount it in a `.lv` element, or hand new data to the one that is there.
export default function mount({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".lv");
  root.lvReading ??= new ReadingAlong(root);
  const along = root.lvReading;
  const trigger = (name) => (value) => setTriggerValue(name, value);
  const tell = {
    at: (at) => setStateValue("at", at),
    ...Object.fromEntries(["text", "enter", "unit", "marks", "action"].map((name) => [name, trigger(name)])),
  };
  along.updates = (along.updates ?? Promise.resolve())
    .then(() => along.update(data, tell))
    .catch((error) => along.fail(error));
}
