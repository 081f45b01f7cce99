"""The page "Read along": what it hands to its text and its cell, its panels, and its link."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl

import numpy as np
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lstm_viz.inputs.characters import without_unseen
from lstm_viz.notation import number
from lstm_viz.reading.effect import Hold, silence
from lstm_viz.reading.find import SearchResult, find
from lstm_viz.reading.passages import PASSAGES
from lstm_viz.reading.read import LONGEST
from lstm_viz.reading.rules import RULES, by_example
from lstm_viz.reading.words.effect import effect_sentence as told_of
from lstm_viz.reading.words.search import search_sentence
from lstm_viz.scenes.read_along.controls import component as reading
from lstm_viz.scenes.read_along.controls.find import in_words
from lstm_viz.scenes.read_along.controls.settings import (
    KEY,
    MARKED,
    PASSAGE,
    SIGNALS,
    first_units,
    holds_param,
)
from lstm_viz.scenes.read_along.controls.write import written
from lstm_viz.scenes.read_along.record import effect_of
from lstm_viz.scenes.read_along.record import reading as read
from lstm_viz.ui import player
from lstm_viz.ui.films import Packed
from lstm_viz.ui.keeping import is_name
from lstm_viz.ui.packing import pack_text
from lstm_viz.ui.scene_state import SceneScreen
from tests.pages.helpers import handed, open_at, plain, sound, unpacked
from tests.unit.player.decode import decode

PAGE = "read-along"
HAMLET = PASSAGES["hamlet"].text


class Component:
    """In place of the one in the browser: keeps what it is handed, says what a test has it say."""

    payload: dict[str, Any]
    data: dict[str, Any]

    def __init__(self) -> None:
        self.event: Any = None
        self.payload, self.data = {}, {}

    def show(self, payload: dict[str, Any], data: dict[str, Any], *, key: str, **on: Any) -> None:
        self.payload, self.data = payload, data

        def happen(name: str) -> None:
            st.session_state[key] = {name: self.event}
            on[f"on_{name}"]()

        for name in on:
            event = name.removeprefix("on_")
            st.button(event, key=f"fake_{event}", on_click=happen, args=(event,))

    @property
    def text(self) -> str:
        return "".join(self.payload["characters"])

    @property
    def query(self) -> dict[str, str]:
        return dict(parse_qsl(self.data["query"], strict_parsing=True, keep_blank_values=True))

    @property
    def units(self) -> list[int]:
        return [self.payload["unit"], *(other["unit"] for other in self.payload["others"])]


@pytest.fixture
def component(monkeypatch: pytest.MonkeyPatch) -> Iterator[Component]:
    fake = Component()
    monkeypatch.setattr(reading, "show", fake.show)
    yield fake


def open_page(**query: str) -> AppTest:
    return open_at(page=PAGE, **query)


def tell(at: AppTest, component: Component, name: str, event: Any) -> None:
    if name == "at":
        event = {"id": component.data["at"]["id"], **event}
    component.event = event
    sound(at.button(key=f"fake_{name}").click().run())


def typed(at: AppTest, component: Component, text: str, id: int = 1) -> None:
    tell(at, component, "text", {"text": text, "id": id, "t": len(text) - 1})


def press(at: AppTest, button: str) -> None:
    sound(at.button(key=f"{KEY}_{button}").click().run())


def words(at: AppTest) -> str:
    return plain("\n".join(one.value for one in at.markdown))


def screen(at: AppTest) -> SceneScreen:
    found = at.session_state[f"{KEY}_screen"]
    assert isinstance(found, SceneScreen)
    return found


# ---- what is read ------------------------------------------------------------------------------


@pytest.mark.parametrize("id", PASSAGES)
def test_each_passage_is_read(id: str, component: Component) -> None:
    at = open_page(passage=id)
    passage = PASSAGES[id]
    assert component.text == passage.text
    surprise = unpacked(component.payload["surprise"])
    np.testing.assert_array_equal(surprise, np.float32(read(passage.text).surprise))
    assert plain(passage.shows) in words(at) and passage.source in words(at)
    assert not at.warning and not at.error


def test_a_passage_is_picked_and_the_text_begins_at_its_beginning(component: Component) -> None:
    at = open_page(t="30")
    assert component.text == PASSAGES[PASSAGE.default].text and component.data["at"]["t"] == 29
    before = component.data["at"]["id"]
    sound(at.selectbox(key=f"{KEY}_passage").set_value("hamlet").run())
    assert component.text == HAMLET
    assert component.data["at"]["t"] == 0 and component.data["at"]["id"] != before
    assert component.query["passage"] == "hamlet"


@pytest.mark.parametrize(
    "text",
    ["To be", "", "é 日本 👩🏽‍🚀 \u202e", "a\r\nb\tc", "\ud83d", "x" * LONGEST],
    ids=range(6),
)
def test_whatever_is_typed_is_read(text: str, component: Component) -> None:
    at = open_page()
    place = component.data["at"]["id"]
    typed(at, component, text, id=7)
    assert component.payload["characters"] == list(read(without_unseen(text)).text)
    assert component.data["answered"] == 7
    assert component.data["problem"] is None
    assert component.data["at"]["id"] == place, "the place is the browser’s"
    assert at.selectbox(key=f"{KEY}_passage").value == "own"


def test_what_is_not_seen_is_left_out_and_no_link_is_blamed(component: Component) -> None:
    at = open_page(text=pack_text("so\u00adft\u200b\ufeff"))
    assert plain(at.warning[0].value).startswith("3 characters that cannot be seen")
    assert (component.text, component.query["text"]) == ("soft", "soft")
    tell(at, component, "text", {"text": "ab", "id": 1, "t": 5})  # as another would count them
    assert not at.warning
    assert (component.text, screen(at).t) == ("ab", 1)


def test_a_text_that_is_too_long_leaves_the_one_before(component: Component) -> None:
    at = open_page(passage="hamlet")
    typed(at, component, "x" * (LONGEST + 1), id=3)
    assert component.text == HAMLET
    assert component.data["answered"] == 3
    assert "up to 5,000 characters" in component.data["problem"]
    typed(at, component, "To be", id=4)
    assert component.data["problem"] is None


def test_what_was_typed_comes_back_after_a_passage(component: Component) -> None:
    at = open_page()
    typed(at, component, "Mine own")
    sound(at.selectbox(key=f"{KEY}_passage").set_value("hamlet").run())
    assert component.text == HAMLET and "text" not in component.query
    sound(at.selectbox(key=f"{KEY}_passage").set_value("own").run())
    assert component.text == "Mine own"


def test_a_passage_typed_back_as_it_was_is_the_passage(component: Component) -> None:
    at = open_page(passage="hamlet")
    typed(at, component, HAMLET + "!", id=1)
    assert "text" in component.query
    typed(at, component, HAMLET, id=2)
    assert "text" not in component.query


def test_what_is_below_the_picture_is_named_above_it(component: Component) -> None:
    opening = words(open_page()).partition("\n")[0]
    for tool in ("find a unit", "hold a gate", "write on"):
        assert tool in opening


def test_what_the_network_never_saw_is_said_above_the_text(component: Component) -> None:
    at = open_page(passage="hamlet")
    assert "never saw" not in words(at)
    typed(at, component, "Café 😀")
    opening = words(at).partition("\n")[0]
    assert "‘é’ as ‘e’ and ‘😀’ as ‘␣’" in opening and "find a unit" in opening
    typed(at, component, "Cafe", id=2)
    assert "never saw" not in words(at)


def test_it_is_said_while_a_gate_is_held_too(component: Component) -> None:
    at = open_page(text="Café", hold="o.9_0")
    assert "It reads ‘é’ as ‘e’." in words(at).partition("\n")[0]


# ---- units -------------------------------------------------------------------------------------


def test_it_opens_with_units_found_in_this_network(component: Component) -> None:
    open_page()
    first = first_units()
    assert component.units == [first.unit, *first.others]
    assert component.payload["paint"]["signal"] == "surprise"


def test_another_unit_is_chosen_and_the_place_stays(component: Component) -> None:
    at = open_page(t="20", others="3.4.5", unit="9")
    place = component.data["at"]["id"]
    sound(at.text_input(key=f"{KEY}_unit").set_value("50").run())
    assert component.units == [49, 2, 3, 4]
    assert component.data["at"]["id"] == place
    assert component.query["unit"] == "50"


def test_one_of_the_others_changes_places_with_the_chosen_unit(component: Component) -> None:
    at = open_page(others="3.4.5", unit="9")
    tell(at, component, "unit", {"unit": 3})
    assert component.units == [3, 2, 8, 4]


def test_the_others_are_chosen(component: Component) -> None:
    at = open_page(unit="9")
    sound(at.multiselect(key=f"{KEY}_others").set_value([1, 2]).run())
    assert component.units == [8, 1, 2]
    sound(at.multiselect(key=f"{KEY}_others").set_value([]).run())
    assert component.units == [8]
    assert component.query["others"] == ""


@pytest.mark.parametrize("signal", SIGNALS)
def test_letters_are_painted_with_any_signal_of_the_unit(signal: str, component: Component) -> None:
    at = open_page(unit="9")
    sound(at.selectbox(key=f"{KEY}_paint").set_value(signal).run())
    paint = component.payload["paint"]
    assert paint["signal"] == signal


# ---- find --------------------------------------------------------------------------------------


def found_by(rule: str) -> SearchResult | None:
    """None where the rule says the same of all characters of the passage."""
    record = read(HAMLET)
    try:
        return find(record.trace.c, RULES[rule].of(record.text), RULES[rule].title)
    except ValueError:
        return None


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_answered_honestly(rule: str, component: Component) -> None:
    at = open_page(passage="hamlet", rule=rule)
    found = found_by(rule)
    if found is None:
        assert "There is nothing to tell apart" in words(at)
        return
    assert search_sentence(found) in words(at)
    labels = [at.button(key=f"{KEY}_rank_{n}").label for n in range(5)]
    assert labels == [in_words(rank) for rank in found.ranked(5)]
    assert ("AUC" in words(at)) == (found.auc is not None), "explained where it is shown"
    looks = component.data["look"]
    press(at, "rank_1")
    assert component.units[0] == found.units[1]
    assert component.payload["paint"]["signal"] == "c"
    assert component.data["look"] == looks, "the answer stays in sight"
    assert f"painted with unit {found.units[1] + 1}’s cell state" in words(at)


def test_a_unit_that_follows_well_is_painted_at_once_and_no_other(component: Component) -> None:
    at = open_page(passage="hamlet", rule="quotes", unit="9")
    found = {rule: found_by(rule) for rule in RULES}
    some = {one.verdict == "well": rule for rule, one in found.items() if one is not None}
    assert set(some) == {True, False}, "a passage with both kinds"
    for rule in some.values():
        one = found[rule]
        assert one is not None
        before = component.units, component.payload["paint"]["signal"]
        sound(at.selectbox(key=f"{KEY}_rule").set_value(rule).run())
        after = component.units, component.payload["paint"]["signal"]
        assert component.data["look"] == 0, "the answer stays in sight"
        if one.verdict == "well":
            assert after[0][0] == one.best and after[1] == "c"
        else:
            assert after == before


def test_what_is_marked_is_looked_for(component: Component) -> None:
    at = open_page(passage="hamlet", panel="write")
    marks = [[0, 7], [100, 120], [200, 230]]
    tell(at, component, "marks", {"marks": marks})
    record = read(HAMLET)
    assert (screen(at)["panel"], screen(at)["rule"]) == ("find", MARKED)
    pattern = by_example([(0, 7), (100, 120), (200, 230)], len(record))
    assert search_sentence(find(record.trace.c, pattern, "what you marked")) in words(at)
    assert component.data["marks"] == marks
    typed(at, component, "Now " + HAMLET)
    assert component.data["marks"] == [[first + 4, last + 4] for first, last in marks]
    tell(at, component, "marks", {"marks": []})
    assert "Nothing is marked yet" in words(at)


def test_marks_go_with_the_text_they_were_in(component: Component) -> None:
    at = open_page(passage="hamlet")
    tell(at, component, "marks", {"marks": [[0, 7], [100, 120]]})
    typed(at, component, "When shall we three meet again")
    assert component.data["marks"] == [] and "marks" not in component.query


def test_marks_behind_the_end_are_left_out(component: Component) -> None:
    open_page(text="To be", marks="1-2.4-9.30-40")
    assert component.data["marks"] == [[0, 2], [3, 5]]


def test_an_empty_text_has_nothing_to_find(component: Component) -> None:
    at = open_page(text="")
    assert "nothing to" in words(at).lower()
    assert not [one for one in at.button if "rank" in (one.key or "")]


# ---- hold --------------------------------------------------------------------------------------


def test_a_gate_is_held_moved_and_let_go(component: Component) -> None:
    at = open_page(passage="hamlet", panel="hold", unit="9")
    assert "Nothing is held" in words(at)
    at.button_group(key=f"{KEY}_gate").set_value("i")
    at.slider(key=f"{KEY}_value").set_value(0.5)
    sound(at.run())
    assert screen(at)["hold"] == (), "a slider that is moved holds nothing yet"
    press(at, "hold_it")
    assert screen(at)["hold"] == (Hold(8, "i", 0.5),)
    assert component.query["hold"] == "i.9_0.5"
    sound(at.slider(key=f"{KEY}_value").set_value(0.25).run())
    held = (Hold(8, "i", 0.25),)
    assert screen(at)["hold"] == held
    assert told_of(effect_of(HAMLET, held)) in words(at)
    after = effect_of(HAMLET, held).after
    surprise = unpacked(component.payload["surprise"])
    np.testing.assert_array_equal(surprise, np.float32(after.surprise))
    assert set(unpacked(component.payload["signals"]["i"])) == {0.25}
    press(at, "free_0")
    assert screen(at)["hold"] == () and "Nothing is held" in words(at)


def test_units_are_silenced_and_the_characters_that_changed_are_gone_to(
    component: Component,
) -> None:
    at = open_page(passage="hamlet", panel="hold", unit="9")
    press(at, "silence")
    sound(at.text_input(key=f"{KEY}_unit").set_value("50").run())
    press(at, "silence")
    held = (silence(8), silence(49))
    assert screen(at)["hold"] == held
    changed = effect_of(HAMLET, held).most_changed(5)
    looks = component.data["look"]
    press(at, "change_2")
    assert component.data["at"]["t"] == changed[2].t
    assert component.data["look"] > looks, "and the text is brought into view"
    press(at, "free_all")
    assert screen(at)["hold"] == ()


def test_what_is_held_does_not_change_the_colours_of_the_rest(component: Component) -> None:
    """A unit whose largest c doubles would pale all its other characters otherwise."""
    open_page(passage="hamlet", paint="c", unit="9", others="10.11")
    free = component.payload
    open_page(passage="hamlet", paint="c", unit="9", others="10.11", hold="f.9_1 f.10_1")
    held = component.payload
    assert np.abs(unpacked(held["signals"]["c"])).max() > 1.1 * free["scale"]
    assert held["scale"] == free["scale"]
    assert held["paint"]["scale"] == free["paint"]["scale"]
    assert [one["scale"] for one in held["others"]] == [one["scale"] for one in free["others"]]


def test_what_is_held_is_said_whatever_is_open(component: Component) -> None:
    at = open_page(passage="hamlet", panel="write", hold="o.9_0")
    told = effect_of(HAMLET, (silence(8),))
    after, before = (number(bits) for bits in (told.bits_after, told.bits_before))
    assert (
        f"Unit 9 silenced: {after} bits of surprise a character, {before} with nothing held."
    ) in words(at)


def test_no_more_gates_are_held_than_a_link_can_say(component: Component) -> None:
    most = holds_param().most
    full = " ".join(f"f.{unit}_0" for unit in range(1, most + 1))
    at = open_page(text="To be", panel="hold", hold=full, unit="60")
    assert at.button(key=f"{KEY}_hold_it").disabled and at.button(key=f"{KEY}_silence").disabled
    sound(at.text_input(key=f"{KEY}_unit").set_value("1").run())
    assert not at.button(key=f"{KEY}_hold_it").disabled, "what is held can be held elsewhere"


# ---- write on ----------------------------------------------------------------------------------


def test_the_network_writes_on_as_its_settings_say(component: Component) -> None:
    at = open_page(passage="hamlet", panel="write", temperature="0.5", seed="3", count="40")
    assert component.data["writing"] is None
    press(at, "write")
    made = written(HAMLET, (), 0.5, 3, 40)
    sent = component.data["writing"]
    assert "".join(sent["characters"]) == made.string
    np.testing.assert_allclose(decode(sent["drawn"]), made.probability, rtol=1e-6)
    assert sent["temperature"] == 0.5
    unit = component.payload["unit"]
    f = decode(sent["signals"]["f"])
    np.testing.assert_allclose(f, made.trace.f[:, unit], rtol=1e-6)
    kept = read(HAMLET + made.string)
    np.testing.assert_allclose(f, kept.trace.f[-40:, unit], rtol=1e-5)
    first = sent["id"]
    press(at, "write")
    assert component.data["writing"]["id"] != first, "each press plays anew"
    sound(at.text_input(key=f"{KEY}_seed").set_value("4").run())
    assert component.data["writing"] is None, "that was not drawn with this seed"
    press(at, "write")
    assert component.data["writing"]["characters"] != sent["characters"]


def test_each_passage_is_written_on_in_its_own_way() -> None:
    """With one seed, though they end alike; and again as it was."""
    made = {written(passage.text, (), 0.8, 1, 20).string for passage in PASSAGES.values()}
    assert len(made) == len(PASSAGES)
    again = written.__wrapped__(HAMLET, (), 0.8, 1, 20).string
    assert again == written(HAMLET, (), 0.8, 1, 20).string
    assert written("half a pair \ud83d", (), 0.8, 1, 20).string


@pytest.mark.parametrize("ending", ["discarded", "kept"])
def test_what_was_written_is_kept_or_put_away(ending: str, component: Component) -> None:
    at = open_page(passage="hamlet", panel="write")
    press(at, "write")
    tell(at, component, "action", "stopped")
    assert component.data["writing"] is not None
    if ending == "discarded":
        tell(at, component, "action", "discarded")
        assert component.text == HAMLET
    else:
        typed(at, component, HAMLET + "And so")
        assert component.text == HAMLET + "And so"
    assert component.data["writing"] is None


def test_what_was_written_is_not_written_again_on_the_way_back(component: Component) -> None:
    """Neither from another page nor from the cell."""
    at = open_page(passage="hamlet", panel="write")
    press(at, "write")
    at.session_state["page"] = "glossary"
    sound(at.run())
    assert component.data["writing"] is None
    press(at, "write")
    assert component.data["writing"] is not None


def test_nor_on_the_way_back_from_the_cell(component: Component, cell: Component) -> None:
    at = open_page(passage="hamlet", panel="write")
    press(at, "write")
    tell(at, component, "enter", {"t": 40})
    tell(at, cell, "action", "back")
    assert component.data["writing"] is None


def test_it_writes_with_gates_held(component: Component) -> None:
    at = open_page(passage="hamlet", panel="write", hold="o.9_0 o.10_0 o.11_0")
    press(at, "write")
    made = written(HAMLET, (silence(8), silence(9), silence(10)), 0.8, 1, 100)
    sent = component.data["writing"]
    np.testing.assert_allclose(decode(sent["drawn"]), made.probability, rtol=1e-6)
    usual = read(HAMLET).trace.c[:, component.payload["unit"]]
    assert sent["scale"] == max(1, np.abs(usual).max()), "what is held changes no colours"
    assert made.string != written(HAMLET, (), 0.8, 1, 100).string


# ---- the cell ----------------------------------------------------------------------------------


@pytest.fixture
def cell(component: Component, monkeypatch: pytest.MonkeyPatch) -> Component:
    """In place of the player."""
    fake = Component()

    def show(film: Packed, data: dict[str, Any], **on: Any) -> None:
        fake.show(film.film, data, **on)

    monkeypatch.setattr(player, "show", show)
    return fake


def test_into_the_cell_on_and_back(component: Component, cell: Component) -> None:
    at = open_page(passage="hamlet", unit="9", others="60.3")
    tell(at, component, "enter", {"t": 40})
    assert cell.data["at"] | {"id": 0} == {"id": 0, "t": 40, "stage": 0, "unit": 8}
    assert cell.data["back"] and not cell.data["editable"]
    assert cell.payload["network"]["chosen"] == [2, 8, 59], "by number, whichever is chosen"
    assert cell.query["level"] == "cell"
    assert not at.selectbox, "the controls are the text’s"
    entered = cell.data["at"]["id"]
    tell(at, cell, "at", {"t": 150, "stage": 4, "unit": 59})
    assert cell.data["at"] == {"id": entered, "t": 150, "stage": 4, "unit": 59}
    assert cell.payload["network"]["chosen"] == [2, 8, 59], "strips do not change places"
    assert cell.payload["first"] <= 150 < cell.payload["first"] + cell.payload["steps"]
    tell(at, cell, "action", "back")
    assert component.data["at"]["t"] == 150
    assert component.units == [59, 8, 2]
    assert "level" not in component.query


def test_what_is_read_as_another_is_named_with_it(component: Component, cell: Component) -> None:
    open_page(text="café ☕\nso", level="cell")
    assert cell.payload["tokens"] == ["c", "a", "f", "é→e", "␣", "☕→␣", "⏎", "s", "o"]


def test_a_unit_of_the_field_is_drawn_in_the_cell(component: Component, cell: Component) -> None:
    at = open_page(passage="hamlet", level="cell", unit="9", others="60.3.4")
    tell(at, cell, "action", "unit:99")
    assert cell.payload["network"]["chosen"] == [2, 8, 59, 99]
    assert cell.data["at"]["unit"] == 99
    tell(at, cell, "action", "unit:8")
    assert cell.payload["network"]["chosen"] == [2, 8, 59, 99], "it was there already"


def test_places_nearby_share_one_film(cell: Component) -> None:
    at = open_page(passage="hamlet", level="cell", t="150")
    first = cell.payload
    tell(at, cell, "at", {"t": 151, "stage": 0, "unit": first_units().unit})
    assert cell.payload == first


def test_a_link_opens_the_cell(component: Component) -> None:
    at = open_page(passage="hamlet", level="cell", t="12", stage="3", unit="9", hold="f.9_0.5")
    data = handed(at)
    assert (data["at"]["t"], data["at"]["stage"], data["at"]["unit"]) == (11, 2, 8)
    assert not at.warning


def test_half_a_surrogate_pair_has_a_cell(cell: Component) -> None:
    open_page(text=pack_text("a\ud83d"), level="cell", t="2")
    assert cell.data["at"]["t"] == 1


def test_an_empty_text_has_no_cell_to_show(component: Component) -> None:
    at = open_page(text="", level="cell")
    assert component.payload["characters"] == [] and not at.exception


# ---- the link ----------------------------------------------------------------------------------

LINKS: tuple[dict[str, str], ...] = (
    {"passage": "alice", "unit": "3", "others": "7.9", "paint": "f", "t": "12"},
    {"text": "To be, or not", "panel": "hold", "hold": "f.12_0.5 o.3_0", "unit": "12", "t": "4"},
    {"passage": "hamlet", "rule": MARKED, "marks": "1-6.20-31", "unit": "128"},
    {"panel": "write", "temperature": "1.25", "seed": "12", "count": "300", "unit": "1"},
    {"text": "", "others": "", "unit": "5"},
)


@pytest.mark.parametrize("query", LINKS, ids=range(len(LINKS)))
def test_a_link_brings_everything_back(query: dict[str, str], component: Component) -> None:
    at = open_page(**query)
    assert not at.warning
    assert component.query == {name: said for name, said in query.items() if name != "t"}
    assert component.data["at"]["t"] == int(query.get("t", 1)) - 1


@pytest.mark.parametrize(
    "query",
    [
        {"unit": "129"},
        {"others": "1.1"},
        {"hold": "f.1_7"},
        {"hold": "f.1_0 f.1_1"},
        {"marks": "9-2"},
        {"text": "zip.broken"},
        {"temperature": "0"},
        {"count": "301"},
        {"passage": "macbeth"},
        {"t": "5001"},
    ],
    ids=lambda query: next(iter(query)),
)
def test_nonsense_is_noted_and_left_out(query: dict[str, str], component: Component) -> None:
    at = open_page(**query)
    (warning,) = at.warning
    ((name, said),) = query.items()
    assert f"The link says {name}={said};" in plain(warning.value)
    first = first_units()
    assert component.text == PASSAGES[PASSAGE.default].text
    assert component.units == [first.unit, *first.others]


def test_a_place_behind_the_end_is_the_last_one(component: Component) -> None:
    at = open_page(text="To be", t="9")
    assert component.data["at"]["t"] == 4
    assert "5 characters" in plain(at.warning[0].value)


def test_a_unit_is_not_beside_itself(component: Component) -> None:
    at = open_page(unit="7", others="7.8", count="0")
    assert component.units == [6, 7]
    assert "count=0" in plain(at.warning[0].value), "what else is not usable is said all the same"


def test_a_text_too_long_for_a_link_is_said_to_be(component: Component) -> None:
    rng = np.random.default_rng(1)
    text = "".join(chr(code) for code in rng.integers(0x20000, 0x2A000, LONGEST))
    at = open_page()
    typed(at, component, text)
    assert component.text == text
    assert is_name(component.query["text"]) and len(component.data["query"]) < 200
    assert "leaves out the text" in plain(at.warning[0].value)


def test_the_session_holds_short_texts_and_numbers_alone(component: Component) -> None:
    at = open_page(passage="hamlet", hold="o.9_0", panel="write")
    press(at, "write")
    for name, value in at.session_state._state.filtered_state.items():
        assert not isinstance(value, np.ndarray), name
        assert len(repr(value)) < 3_000, name


def test_the_network_is_told_of_with_its_numbers(component: Component) -> None:
    at = open_page()
    assert "Trained on: 30 plays" in words(at)
    assert "public domain" in words(at)
    assert "trigram" in words(at)
