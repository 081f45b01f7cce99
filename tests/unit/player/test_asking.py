"""When what was missed is asked again: where nothing else is asked, and once a visit."""

import pytest

from tests.unit.node import in_node

HARNESS = """
import { Questions } from "player/player/questions.js";
globalThis.window = {};
globalThis.localStorage = { getItem: () => null };
globalThis.document = { activeElement: null, baseURI: "http://here/", querySelector: () => null };
const element = () => ({
  hidden: true, innerHTML: "", addEventListener() {}, setAttribute() {}, contains: () => false,
  querySelector: () => null, querySelectorAll: () => [], focus() {},
  classList: { toggle() {} },
});
const held = new Set();
const classList = { toggle: (name, on) => (on ? held.add(name) : held.delete(name)) };
const option = (text) => ({ text, believes: null });
const answer = ({ due, on, calls }) => {
  window.lvQuestions = on ? "on" : "off";
  const box = element();
  const root = { ...element(), classList, querySelector: () => box };
  const said = [];
  const fitted = [];
  const asks = {};
  const names = ["onAnswer", "onSkip", "onPutOff", "onTold", "onAsk", "onSay"];
  for (const name of names) asks[name] = () => {};
  asks.onRecord = (asked, right, surely) => said.push([asked.id ?? asked.concept, right, surely]);
  asks.onAnswer = () => questions.leave(); // the next frame comes
  asks.onRoom = () => fitted.push([...held]);
  asks.due = () => due && { concept: "h-is-c", kind: "choice", ask: "Again?", right: 1,
    because: "So.", options: [option("yes"), option("no")], wanted: due === "wanted" };
  const questions = new Questions(root, asks);
  const own = { id: "own", kind: "choice", t: 2, stage: 0, ask: "Own?", right: 0, because: "Own.",
    options: [option("a"), option("b")], again: { concept: "c-is-bounded" } };
  questions.open({ questions: [own], stages: [{}] }, "here", { place: 5, title: "Later" });
  const found = calls.map(([name, ...rest]) => {
    if (name === "room") return [held.has("lv-asks-again"), fitted.length];
    if (name === "press") {
      const event = { key: rest[0], target: {}, composedPath: () => [{}] };
      return [questions.key(event), box.innerHTML];
    }
    const result = questions[name](...rest);
    return [result ?? null, questions.asked?.ask ?? null];
  });
  return { found, said };
};
"""


@pytest.fixture(scope="module")
def ask(tmp_path_factory):
    node = in_node(tmp_path_factory.mktemp("asking"), HARNESS)
    return lambda *calls, due=True, on=True: node({"due": due, "on": on, "calls": calls})


def test_it_stands_where_no_other_question_comes_next(ask):
    found = ask(["arrive", 4, 0], ["arrive", 2, 0], ["stops", 2, 0], ["leave"], ["arrive", 3, 0])
    assert [asked for _, asked in found["found"]] == ["Again?", None, "Own?", None, "Again?"]


@pytest.mark.parametrize("without", [{"due": False}, {"on": False}])
def test_nothing_missed_or_questions_off_and_it_is_not_asked(ask, without):
    found = ask(["arrive", 4, 0], ["press", "1"], **without)
    assert found == {"found": [[None, None], [False, ""]], "said": []}


def test_an_answer_is_recorded_with_how_sure_it_was_and_asked_no_more(ask):
    calls = [["arrive", 4, 0], ["press", "S"], ["press", "1"], ["leave"], ["arrive", 3, 0]]
    found = ask(*calls)
    assert found["said"] == [["h-is-c", False, True]]
    told = found["found"][2][1]
    assert "Once more:" in told and "You said “yes”; it is <b>“no”</b>. So." in told
    assert "Asked again in “Later”." in told
    assert found["found"][-1][1] is None


def test_sure_once_more_is_fairly_and_the_next_question_begins_so(ask):
    twice = ask(["arrive", 4, 0], ["press", "s"], ["press", "s"], ["press", "2"])
    assert twice["said"] == [["h-is-c", True, False]]
    next_one = ask(["stops", 2, 0], ["press", "g"], ["press", "s"], ["leave"], ["arrive", 4, 0],
                   ["press", "2"])  # fmt: skip
    assert next_one["said"] == [["h-is-c", True, False]]


def test_going_on_passes_it_over_for_this_visit(ask):
    found = ask(["arrive", 4, 0], ["stops", 1, 0], ["leave"], ["arrive", 3, 0])
    assert found["found"][1][0] is False and found["found"][-1][1] is None


def test_play_waits_for_it_once(ask):
    found = ask(["arrive", 4, 0], ["stops", 1, 0, True], ["stops", 1, 0, True])
    assert [stops for stops, _ in found["found"]] == [None, True, False]


def test_its_room_is_given_back_at_the_frame_after_its_answer(ask):
    room = ["room"]
    found = ask(
        ["arrive", 3, 0], ["leave"], room, ["arrive", 3, 0], ["press", "2"], room, ["leave"], room,
        ["leave"], room,
    )["found"]  # fmt: skip
    assert [found[n] for n in (2, 5, 7, 9)] == [[True, 0], [True, 0], [False, 1], [False, 1]]


def test_its_room_is_given_back_too_where_another_answer_brings_the_next_frame(ask):
    calls = ["arrive", 3, 0], ["press", "2"], ["stops", 2, 0], ["room"], ["press", "1"], ["room"]
    *_, before, _, after = ask(*calls)["found"]
    assert (before, after) == ([True, 0], [False, 1])


def test_not_now_gives_its_room_back_too(ask):
    found = ask(["arrive", 3, 0], ["stops", 3, 1], ["leave"], ["room"])["found"]
    assert found[-1] == [False, 1]


def test_a_scene_begins_with_its_own_picture_unless_the_map_led_there(ask):
    asked = [ask(["arrive", 1, 0], ["arrive", 3, 0], due=due)["found"] for due in (True, "wanted")]
    assert [[words for _, words in found] for found in asked] == [[None, "Again?"], ["Again?"] * 2]
