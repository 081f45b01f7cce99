"""What was missed stays open until its second guise is answered right, and when that is asked."""

import pytest

from tests.unit.node import in_node

HARNESS = """
import { Missed } from "player/player/missed.js";
import { Progress } from "player/player/progress.js";
let kept = null;
globalThis.localStorage = { getItem: () => kept, setItem: (_, text) => { kept = text; } };
globalThis.window = { dispatchEvent() {} };
const answer = ({ stored, calls }) => {
  kept = JSON.stringify(stored);
  const missed = new Missed(new Progress());
  return calls.map(([name, ...rest]) => {
    if (name === "want") window.lvWanted = rest[0];
    else return [missed[name](...rest) ?? null, JSON.parse(kept)];
  });
};
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    """Calls -> for each, what it returned and what is kept then."""
    node = in_node(tmp_path_factory.mktemp("missed"), HARNESS)
    return lambda *calls, stored=None: node({"stored": stored or {}, "calls": calls})


def at(place, again=None):
    later = place + 2 if again is None else again
    return {"place": place, "again": {"place": later, "title": "Later"}, "part": "", "parts": [""]}


def question(id, concept, ask="Again?"):
    believes = {"so": "It <is>.", "scene": "costs", "title": "What it costs"}
    options = [{"text": "a < b", "believes": believes}, {"text": "no", "believes": None}]
    again = {"concept": concept, "ask": ask, "right": 1, "because": "So.", "options": options}
    return {"id": id, "ask": f"{id}?", "again": again}


def missed(id, concept, surely=False, place=1, right=False):
    return ["answered", f"scene-{place}", at(place), question(id, concept), right, surely]


def open_in(kept):
    return {concept for entry in kept.values() for concept in entry.get("open", {})}


def test_it_is_asked_two_scenes_later_as_text(ask):
    (_, kept), *due = ask(missed("q", "h-is-c"), *(["due", at(place)] for place in range(5)))
    assert open_in(kept) == {"h-is-c"} and kept["scene-1"]["open"]["h-is-c"]["asked"] == "q?"
    assert [found and found["concept"] for found, _ in due] == [None] * 3 + ["h-is-c"] * 2
    found = due[-1][0]
    assert (found["kind"], found["right"]) == ("choice", 1)
    assert found["options"][0]["text"] == "a &lt; b"
    assert found["options"][0]["believes"]["so"] == "It &lt;is&gt;."


def test_answered_right_it_is_closed_and_missed_again_it_comes_later(ask):
    again = {"concept": "h-is-c", "right": 1}
    *_, (_, later), (_, closed) = ask(
        missed("q", "h-is-c"),
        ["answered", "scene-3", at(3), again, False, True],
        ["answered", "scene-5", at(5), again, True, False],
    )
    entry = later["scene-1"]["open"]["h-is-c"]
    assert (entry["from"], entry["surely"], entry["question"]) == (5, True, "q")
    assert "scene-3" not in later
    assert open_in(closed) == set()


def test_another_question_of_the_kind_closes_it_but_not_the_same_one_again(ask):
    _, (_, same), (_, other) = ask(
        missed("q", "h-is-c"),
        missed("q", "h-is-c", right=True),
        missed("other", "h-is-c", place=2, right=True),
    )
    assert open_in(same) == {"h-is-c"} and open_in(other) == set()


def test_what_is_right_at_once_is_never_open_and_a_misconception_is_open_once(ask):
    (_, kept), *_, (_, twice) = ask(
        missed("q", "h-is-c", right=True),
        missed("q", "h-is-c"),
        missed("other", "h-is-c", place=2),
    )
    assert open_in(kept) == set()
    assert "h-is-c" in twice["scene-2"]["open"] and not twice["scene-1"]["open"]


def test_sure_ones_come_first_then_what_waits_longest_unless_the_map_leads_to_one(ask):
    opened = [missed("a", "a", place=2), missed("b", "b"), missed("c", "c", surely=True, place=2)]
    named = ["due", at(9)]
    *_, (first, _) = ask(*opened, named)
    assert first["concept"] == "c"
    *_, (longest, _) = ask(*opened[:2], named)
    assert longest["concept"] == "b"
    *_, wanted, then = ask(*opened, ["want", "a"], named, named)
    assert wanted[0]["concept"] == "a" and then[0]["concept"] == "c"


def test_what_was_put_off_twice_waits_until_the_map_leads_to_it_or_it_is_missed_again(ask):
    due, off = ["due", at(9)], ["putOff", "h-is-c"]
    *_, (once, _), _, (twice, _), _, (wanted, _) = ask(
        missed("q", "h-is-c"), off, due, off, due, ["want", "h-is-c"], due
    )
    assert once["concept"] == "h-is-c" and not once["wanted"]
    assert twice is None and wanted["wanted"]
    *_, (anew, _) = ask(missed("q", "h-is-c"), off, off, missed("other", "h-is-c", place=2), due)
    assert anew["concept"] == "h-is-c"
    (_, kept), _ = ask(["putOff", "h-is-c"], due)
    assert kept == {}


def test_outside_of_the_lesson_nothing_is_kept_or_asked(ask):
    (_, kept), (found, _) = ask(
        ["answered", "train", None, question("q", "h-is-c"), False, False], ["due", None]
    )
    assert kept == {} and found is None


def test_whatever_is_stored_can_be_read(ask):
    good = question("q", "x")["again"]
    broken = [
        None, 3, [], {}, {"again": None}, {"again": {"ask": "?"}}, {"from": 0, "again": 7},
        {"from": 0, "again": {**good, "options": [None]}},
        {"from": 0, "again": {**good, "right": 9}},
    ]  # fmt: skip
    stored = {"costs": {"open": {str(n): one for n, one in enumerate(broken)}}, "uses": None}
    ((found, _),) = ask(["due", at(9)], stored=stored)
    assert found is None
