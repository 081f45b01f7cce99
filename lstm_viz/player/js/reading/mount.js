// What the player's transport needs to know: so many steps of one stage.
const asFilm = (length) => ({ steps: length, stages: [{ carries: false }], units: 1, length });

// Mount it in a `.lv` element, or hand new data to the one that is there.
export default function mount({ data, parentElement, setStateValue, setTriggerValue }) {
  const root = parentElement.querySelector(".lv");
  const along = (root.lvReading ??= new ReadingAlong(root));
  const trigger = (name) => (value) => setTriggerValue(name, value);
  const tell = {
    at: (at) => setStateValue("at", at),
    ...Object.fromEntries(["text", "enter", "unit", "marks", "action"].map((name) => [name, trigger(name)])),
  };
  along.updates = (along.updates ?? Promise.resolve())
    .then(() => along.update(data, tell))
    .catch((error) => along.fail(error));
}
