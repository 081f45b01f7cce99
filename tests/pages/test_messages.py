"""What goes wrong is said in one sentence, and nothing that was there is lost."""

import pytest

from lstm_viz.networks import PRESETS
from lstm_viz.scenes.step_through.record import opened
from tests.pages.helpers import (
    assert_shows,
    error,
    handed,
    open_at,
    plain,
    run_of,
    set_on,
    sound,
    visit,
)

# ---- what cannot be read -----------------------------------------------------------------------

FRIEND = next(preset for preset in PRESETS if preset.id == "friend")
"""What a link means that names no preset."""


@pytest.mark.parametrize(
    ("query", "typed", "said"),
    [
        (
            {"preset": "friend"},
            "   ",
            "Expected a sentence of at least one word, got nothing that can be seen.",
        ),
        (
            {"preset": "friend"},
            "word " * 5001,
            "Expected at most 5,000 words and punctuation marks, got 5,001.",
        ),
        ({"preset": "wave"}, "0, 1, two", "Expected a number in entry 3, got ‘two’."),
        ({"preset": "wave"}, "", "Expected numbers such as “0, 1, 0.5, −1”, got nothing."),
        ({"preset": "wave"}, "1 **two** $x$", "Expected a number in entry 2, got ‘**two**’."),
        ({"preset": "brackets"}, " ", "Expected brackets such as “(()(()))”, got nothing"),
    ],
    ids=["nothing", "too long", "no number", "no numbers", "markdown", "no brackets"],
)
def test_text_that_cannot_be_read(query: dict[str, str], typed: str, said: str) -> None:
    at = open_at(**query)
    before = handed(at)
    at.text_input(key="text").set_value(typed)
    sound(at.run())
    assert error(at).startswith(said)
    assert at.text_input(key="text").value == typed
    assert handed(at) == before
    assert_shows(at, run_of(**query))

    good = "1 0 1"
    at.text_input(key="text").set_value(good)
    sound(at.run())
    assert not at.error
    assert set_on(at).text == good


def test_what_was_typed_stays_while_other_things_change() -> None:
    at = open_at(preset="wave")
    at.text_input(key="text").set_value("0, 1, two")
    sound(at.run())
    sound(at.run())
    assert at.text_input(key="text").value == "0, 1, two"
    assert error(at)


def test_markdown_in_a_complaint_is_shown_as_it_was_typed() -> None:
    at = open_at(preset="wave")
    at.text_input(key="text").set_value(":red[no] 1")
    sound(at.run())
    (message,) = at.error
    assert r"\:red\[no\]" in message.value


# ---- files -------------------------------------------------------------------------------------


def rows(count: int, columns: int) -> str:
    return "\n".join(",".join(["1"] * columns) for _ in range(count)) + "\n"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (rows(5001, 2).encode(), "Expected at most 5,000 rows of numbers, got 5,001."),
        (rows(3, 65).encode(), "Expected at most 64 columns, got 65."),
        (b"a,b\n1,2\n3\n", "Expected 2 columns in row 3, as in row 1, got 1."),
        (b"a,b\n1,x\n2,3\n", "Expected a number in row 2, column 2 (‘b’), got ‘x’."),
        (b"", "Expected a CSV file with rows of numbers, got an empty one."),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "Expected a text file with numbers, got binary data"),
        (b"a,b\n1,nan\n2,3\n", "Expected a number in row 2, column 2 (‘b’), got ‘nan’"),
    ],
    ids=["too long", "too wide", "ragged", "words", "empty", "binary", "nan"],
)
def test_a_file_that_cannot_be_read(content: bytes, said: str) -> None:
    at = open_at(preset="rain")
    before = handed(at)
    at.file_uploader(key="csv_file").set_value(("bad.csv", content, "text/csv"))
    sound(at.run())
    assert error(at).startswith(f"bad.csv: {said}")
    assert handed(at) == before


def test_a_file_s_name_is_shown_as_it_is() -> None:
    """No character in it turns the sentence round, and no mark in it is one."""
    at = open_at(preset="rain")
    for content in (b"", rows(3, 2).encode()):
        name = "\u202e**b**.csv"
        at.file_uploader(key="csv_file").set_value((name, content, "text/csv"))
        sound(at.run())
        labels = [popover.proto.popover.label for popover in at.get("popover")]
        said = " ".join(found.value for found in at.error) or next(
            label for label in labels if label.startswith("CSV:")
        )
        assert r"�\*\*b\*\*\.csv" in said, said


@pytest.mark.parametrize("content", [rows(200, 16), rows(1, 1)], ids=["200 × 16", "1 × 1"])
def test_the_largest_and_the_smallest_table(content: str) -> None:
    at = open_at(preset="rain")
    at.file_uploader(key="csv_file").set_value(("t.csv", content.encode(), "text/csv"))
    sound(at.run())
    assert not at.error
    assert_shows(at, run_of(preset="rain", text=content))


# ---- numbers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "fields"),
    [
        ("step-through", ("hidden_size", "seed")),
        ("train", tuple(f"train_{name}" for name in ("size", "units", "forget", "seed"))),
        ("read-along", ("read_along_unit", "read_along_seed")),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_a_number_field_takes_all_of_what_was_typed_or_says_why_not(
    page: str, fields: tuple[str, ...]
) -> None:
    query = {"read-along": {"panel": "write"}, "step-through": {"preset": "friend"}}
    at = open_at(page=page, **query.get(page, {}))
    for key in fields:
        before = at.text_input(key=key).value
        for typed in ("3.75x", "1 2", "1e400", ""):
            at.text_input(key=key).set_value(typed)
            sound(at.run())
            assert at.text_input(key=key).value == before, f"{typed!r} in {key}"
            got = f"got ‘{typed}’" if typed else "got nothing"
            assert error(at).startswith("Expected a ") and got in error(at), f"{typed!r} in {key}"
            assert error(at).endswith(f"; it stays at {before}.")
        sound(at.run())
        assert error(at), "it stays until something is set"
        at.text_input(key=key).set_value(" 2,0 ")
        sound(at.run())
        assert not at.error
        assert at.text_input(key=key).value == "2"


FIELDS = [
    ("step-through", {"text": "1 " * 300, "as": "numbers"}, 4),
    ("step-through", {"preset": "rain"}, 1),
    ("train", {}, 5),
    ("read-along", {"panel": "write"}, 2),
    ("your-turn", {"level": "gaps"}, 1),
    ("your-turn", {"level": "check"}, 8),
    ("start", {"change": "yes"}, 1),
    ("all-together", {"change": "yes"}, 1),
    ("gradients", {}, 2),
    ("gradients", {"part": "mattered"}, 2),
]


def test_a_run_does_not_write_over_what_is_just_being_typed() -> None:
    """A field that shows what it is to show is not set again: the browser would drop the typing."""
    at = open_at(page="glossary")
    for page, query, most in FIELDS:
        visit(at, page, **query)
        sound(at.run())
        fields = [field for field in (*at.text_input, *at.text_area) if not field.disabled]
        assert len(fields) >= most, (page, len(fields))
        assert [field.key for field in fields if field.proto.set_value] == [], page
        visit(at, "glossary")


# ---- links -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "note"),
    [
        (
            {"preset": "nobody"},
            "The link says preset=nobody; expected one of basket, friend, again",
        ),
        ({"net": "<b>"}, "The link says net=<b>; expected one of random, random-gru, random-rnn"),
        ({"as": "poem"}, "The link says as=poem; expected one of sentence, numbers"),
        (
            {"h": "99"},
            "The link says h=99; expected a hidden size from 1 to 6, so it opens",
        ),
        ({"seed": "-1"}, "The link says seed=-1; expected a seed from 0 to 2147483647"),
        ({"t": "x"}, "The link says t=x; expected a step from 1 to 5000"),
        ({"t": "150"}, "The link says t=150; there are 7 steps, so it opens at the last."),
        ({"stage": "11"}, "The link says stage=11; expected a stage from 1 to 10"),
        ({"unit": "5"}, "The link says unit=5; there are 4 units, so it opens at the last."),
        ({"unit": "7"}, "The link says unit=7; expected a unit from 1 to 6"),
        (
            {"edits": "W.0"},
            "The link says edits=W.0; expected up to 2,000 places in a cell",
        ),
        (
            {"text": "zip.###"},
            "The link says text=zip.###; expected a whole text of at most",
        ),
        ({"text": " "}, "The link's text cannot be read here. Expected a sentence"),
        ({"as": "numbers"}, "The link's text cannot be read here. Expected a number in entry 1"),
        (
            {"edits": "W.0.40_1"},
            "Changes in the link that do not fit these inputs are left out: 1.",
        ),
        (
            {"edits": "x.90.0_1 W.0.40_1"},
            "Changes in the link that do not fit these inputs are left out: 2.",
        ),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, dict) else "",
)
def test_nonsense_in_a_link_gets_a_note_and_the_rest_works(
    query: dict[str, str], note: str
) -> None:
    at = open_at(**query)
    assert not at.error
    (warning,) = at.warning
    assert plain(warning.value).startswith(note)
    assert handed(at)["film"]["tokens"] == FRIEND.text.split()

    at.selectbox(key="preset").select("wave")
    sound(at.run())
    assert not at.warning


def test_several_kinds_of_nonsense_get_a_note_each() -> None:
    at = open_at(preset="nobody", h="x", t="0")
    (warning,) = at.warning
    assert plain(warning.value).count("The link says ") == 3
    assert set_on(at) == opened(FRIEND)


def test_a_link_to_the_last_stage_of_the_last_step_opens_before_it() -> None:
    """The last step has no next one: its tenth stage does not exist."""
    at = open_at(t="7", stage="10")
    assert handed(at)["at"]["t"] == 6
    (warning,) = at.warning
    assert "stage=10" in plain(warning.value)


def test_a_link_opens_at_its_place() -> None:
    at = open_at(preset="brackets", t="3", stage="9", unit="2")
    assert not at.warning
    assert {name: handed(at)["at"][name] for name in ("t", "stage", "unit")} == {
        "t": 2,
        "stage": 8,
        "unit": 1,
    }


def test_a_link_with_edits_opens_with_them() -> None:
    query = {"edits": "W.1.2_0.5 U.0.0_-1.5 b.3_2.0 x.0.0_0.25 h0.1_0.5 c0.0_-3.0 clamp.f.2_1.0"}
    at = open_at(**query)
    assert not at.warning
    assert_shows(at, run_of(**query))
    assert handed(at)["film"]["clamped"] == {"f": [None, None, 1.0, None]}
