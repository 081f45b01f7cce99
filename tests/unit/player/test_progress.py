"""What the reader has seen is noted on every step, and written only when they rest."""

from tests.unit.node import in_node

HARNESS = """
import { Progress } from "player/player/progress.js";
let kept = null;
let writes = 0;
globalThis.localStorage = {
  getItem: () => kept,
  setItem: (_, text) => { kept = text; writes += 1; },
};
globalThis.window = { dispatchEvent() {} };
const answer = ({ stored, calls }) => {
  kept = stored;
  const progress = new Progress();
  return calls.map(([name, ...rest]) => {
    progress[name](...rest);
    return [writes, JSON.parse(kept)];
  });
};
"""


def test_steps_are_written_once_the_reader_rests(tmp_path):
    ask = in_node(tmp_path, HARNESS)
    steps = [["seen", "costs", position, 10] for position in (0, 1, 2, 1)]
    *noted, kept, again, answered, _, shorter, nowhere, _ = ask(
        {
            "stored": '{"costs": {"places": [7, 0], "of": 10}}',
            "calls": [
                *steps, ["keep"], ["keep"], ["answered", "costs", "q", True],
                ["seen", "costs", 0, 5], ["keep"], ["seen", None, 3, 5], ["keep"],
            ],
        }
    )  # fmt: skip
    assert [writes for writes, _ in noted] == [0] * len(steps)
    entry = {"seen": 4, "of": 10, "places": [7, 0, 1, 2], "answered": {}}
    assert kept == again == [1, {"costs": entry}]
    entry["answered"] = {"q": True}
    assert answered == [2, {"costs": entry}]
    assert shorter == [3, {"costs": {**entry, "seen": 1, "of": 5, "places": [0]}}]
    assert nowhere == shorter


def test_nothing_noted_is_lost_when_another_scene_comes(tmp_path):
    ask = in_node(tmp_path, HARNESS)
    calls = [["seen", "costs", 3, 10], ["seen", "uses", 0, 4], ["keep"]]
    *_, (writes, kept) = ask({"stored": "{}", "calls": calls})
    assert writes == 2
    assert {scene: entry["places"] for scene, entry in kept.items()} == {"costs": [3], "uses": [0]}
