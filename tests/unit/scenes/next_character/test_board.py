"""The picture shows what the record says, and the words hold at every temperature."""

import re

import pytest

from lstm_viz.figures.shapes import stroke
from lstm_viz.notation import number, percent
from lstm_viz.reading.typing_aid import (
    COMMAND,
    LONGEST,
    Typing,
    measured_savings,
    passage,
    typing_of,
)
from lstm_viz.scenes.next_character.picture import typing_board
from lstm_viz.scenes.next_character.picture.layout import LAYOUTS
from lstm_viz.scenes.next_character.words import (
    PRESETS,
    around,
    credit,
    heard,
    keys_rows,
    not_known,
    told,
)
from tests.each import for_each
from tests.unit.scenes import boards

TEMPERATURES = (0.1, 0.6, 1.0, 2.0)
STRANGE = 'He said <b>"é😀"</b> & $5\n\tdone'
BY_NAME = {layout.name: layout for layout in LAYOUTS}


def board(typing: Typing):
    return typing_board(typing, measured_savings())


def texts() -> list[str]:
    long = "Now is the winter of our discontent\n" * 8
    return ["", "a", STRANGE, long[:LONGEST], *(preset.text for preset in PRESETS.values())]


def test_every_text_is_a_board_whose_frames_say_all_that_changes() -> None:
    for text in texts():
        one = board(typing_of(text))
        for layout in ("wide", "tall"):
            boards.sets_all_that_any_frame_changes(one, layout)
            boards.stays_inside(one, layout)
        boards.can_be_sent(one)


def test_all_texts_are_drawn_into_one_picture() -> None:
    first, *others = (board(typing_of(text)) for text in texts())
    assert all(other.pictures == first.pictures for other in others)


@for_each("layout", BY_NAME)
def test_a_letter_stands_above_its_gate(layout: str) -> None:
    typing, look = typing_of(PRESETS["held-out"].text), measured_savings().look
    one, place = board(typing), BY_NAME[layout]
    opened = getattr(typing.trace, look.gate)[:, look.unit]
    for at in (0, 1, 30, len(typing)):
        first = place.window(at, len(typing))
        letters = boards.patch(one, layout, at, "letters")["text"]
        gate = boards.patch(one, layout, at, "gate")
        box = boards.patch(one, layout, at, "here")["x"]
        assert 0 <= at - first < place.columns
        assert min(box) < place.across(at - first) < max(box)
        height = place.lane.bottom - place.lane.top
        for column in range(min(place.columns, len(typing) + 1 - first)):
            now = first + column
            shown = "⏎" if now == 0 else typing.text[now - 1].replace("\n", "⏎")
            assert letters[column].replace("\xa0", " ") == shown
            size = gate["marker"]["size"][column]
            assert size == pytest.approx(stroke(height * float(opened[now])), abs=0.05)
        assert boards.patch(one, layout, at, "gate now")["text"] == [number(float(opened[at]))]


def test_what_a_key_puts_in_has_a_line_above_it() -> None:
    typing = typing_of(PRESETS["held-out"].text)
    one, (wide, _) = board(typing), LAYOUTS
    at = len(typing)
    first = wide.window(at, at)
    put = {place for start, end in typing.typed.taken for place in range(start, end)}
    shown = boards.patch(one, "wide", at, "by key")["marker"]["opacity"]
    columns = range(min(wide.columns, at + 1 - first))
    assert [bool(shown[k]) for k in columns] == [first + k - 1 in put for k in columns]


@for_each("temperature", TEMPERATURES)
def test_words_say_what_was_expected_offered_and_came(temperature: float) -> None:
    typing, look = typing_of(PRESETS["question"].text, temperature), measured_savings().look
    lists = board(typing)
    for at in range(len(typing) + 1):
        said, best = told(typing, look, at).sentence, typing.expected[at][0]
        assert percent(best.probability) in said
        right = typing.right_offer(at)
        assert ("one key for" in said) == (right is not None)
        if at < len(typing):
            assert ("and it came" in said) == (best.character == typing.read_as[at])
        rows = boards.patch(lists, "wide", at, "offers words")["text"]
        assert [" – what comes" in row for row in rows] == [k == right for k in range(3)]
        opened = float(getattr(typing.trace, look.gate)[at, look.unit])
        assert f"{number(opened)} open" in said


@for_each("temperature", TEMPERATURES)
def test_a_message_of_today_is_offered_little(temperature: float) -> None:
    saved = {id: typing_of(preset.text, temperature).typed.saved for id, preset in PRESETS.items()}
    assert saved["modern"] < saved["held-out"] / 2 and saved["modern"] < saved["question"] / 2


def test_the_equation_multiplies_to_the_offer_s_probability() -> None:
    typing = typing_of(PRESETS["question"].text)
    last = told(typing, measured_savings().look, len(typing))
    assert last.equation == "P(“een”) = P(e) × P(e) × P(n) × P(end)"
    *factors, whole = map(float, re.findall(r"\d\.\d\d", last.numbers))
    assert len(factors) == 4 and whole == pytest.approx(typing.offered[-1][0].probability, abs=5e-3)


def test_what_was_typed_is_text_and_no_tag() -> None:
    typing, look = typing_of(STRANGE), measured_savings().look
    for at in range(len(typing) + 1):
        said = told(typing, look, at)
        assert '<b>"' not in said.title + said.sentence and "</b>&quot;" not in said.title
    one = board(typing)
    assert "&lt;" in boards.patch(one, "wide", len(typing), "letters")["text"]
    assert "&amp;" in boards.patch(one, "wide", len(typing), "letters")["text"]


def test_characters_that_it_does_not_know_are_said_in_one_sentence() -> None:
    assert not_known(typing_of("My lord")) == ""
    assert not_known(typing_of("café")) == "Its plays have other characters: it reads ‘é’ as ‘e’."
    said = not_known(typing_of("é€ü@#"))
    assert said.endswith(" and 2 more like that.") and said.count("‘") == 6
    assert heard(typing_of(PRESETS["question"].text)).startswith("Offered: Tab: een; 2: ")


def test_what_is_said_below_is_what_was_measured() -> None:
    found = measured_savings()
    said = around(found)
    for share in (
        found.on_plays.saved_by_network,
        found.on_plays.saved_by_trigram,
        found.on_passage.saved_by_network,
        1 - found.look.keys_held / found.on_passage.characters,
    ):
        assert percent(share) in said
    for temperature in TEMPERATURES:
        rows = keys_rows(typing_of("My lord", temperature), found)
        assert ("temperature 1" in rows[1][0]) == (temperature != 1)
        assert [share for _, share in rows[1:]] == [
            found.on_passage.saved_by_network,
            found.on_passage.saved_by_trigram,
        ]
    below = credit(found, passage().source, COMMAND)
    assert COMMAND in below and found.made_on in below and "act I, scene 5" in below
