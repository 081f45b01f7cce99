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
    steps = [["seen", "costs", None, position, 10] for position in (0, 1, 2, 1)]
    *noted, kept, again, answered, _, shorter, nowhere, _ = ask(
        {
            "stored": '{"costs": {"places": [7, 0], "of": 10}}',  # as before there were parts
            "calls": [
                *steps, ["keep"], ["keep"], ["answered", "costs", "q", True],
                ["seen", "costs", None, 0, 5], ["keep"], ["seen", None, None, 3, 5], ["keep"],
            ],
        }
    )  # fmt: skip
    assert [writes for writes, _ in noted] == [0] * len(steps)
    parts = {"": {"of": 10, "places": [7, 0, 1, 2]}}
    entry = {"parts": parts, "all": [""], "answered": {}, "open": {}}
    assert kept == again == [1, {"costs": entry}]
    entry["answered"] = {"q": True}
    assert answered == [2, {"costs": entry}]
    assert shorter == [3, {"costs": {**entry, "parts": {"": {"of": 5, "places": [0]}}}}]
    assert nowhere == shorter


def test_nothing_noted_is_lost_when_another_scene_comes(tmp_path):
    ask = in_node(tmp_path, HARNESS)
    calls = [["seen", "costs", None, 3, 10], ["seen", "uses", None, 0, 4], ["keep"]]
    *_, (writes, kept) = ask({"stored": "{}", "calls": calls})
    assert writes == 2
    places = {scene: entry["parts"][""]["places"] for scene, entry in kept.items()}
    assert places == {"costs": [3], "uses": [0]}


def test_every_part_of_a_scene_is_kept_and_none_that_does_not_count(tmp_path):
    ask = in_node(tmp_path, HARNESS)
    parts = ["tanh", "gradient"]
    calls = [
        ["seen", "squashing", {"part": part, "parts": parts}, position, of]
        for part, position, of in (
            ("tanh", 1, 6),
            ("gradient", 0, 5),
            ("own", 2, 9),
            ("tanh", 2, 6),
        )
    ]
    *_, (_, kept) = ask({"stored": "{}", "calls": [*calls, ["keep"]]})
    assert kept["squashing"]["parts"] == {
        "tanh": {"of": 6, "places": [1, 2]}, "gradient": {"of": 5, "places": [0]},
    }  # fmt: skip
    assert kept["squashing"]["all"] == parts
