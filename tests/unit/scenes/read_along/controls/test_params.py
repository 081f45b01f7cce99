"""What the link of "Read along" says comes back from it, and nothing else is taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.reading.effect import Hold
from lstm_viz.scenes.read_along.controls.params import hold_list, span_list, unit_list
from tests.each import for_each

OTHERS = unit_list("others", units=128, most=3)
HOLDS = hold_list("hold", units=128, most=8)
MARKS = span_list("marks", longest=5_000, most=100)

units = st.integers(0, 127)
shares = st.integers(0, 100).map(lambda hundredths: hundredths / 100)
spans = st.tuples(st.integers(0, 4_999), st.integers(1, 5_000)).filter(
    lambda ends: ends[0] < ends[1]
)


@given(st.lists(units, max_size=3, unique=True).map(tuple))
def test_units_come_back(value):
    assert OTHERS.read(OTHERS.write(value)) == value


@given(
    st.lists(
        st.builds(Hold, units, st.sampled_from("fio"), shares),
        max_size=8,
        unique_by=lambda hold: (hold.unit, hold.gate),
    ).map(tuple)
)
def test_holds_come_back(value):
    assert HOLDS.read(HOLDS.write(value)) == value


@given(st.lists(spans, max_size=100).map(tuple))
def test_marks_come_back(value):
    assert MARKS.read(MARKS.write(value)) == value


def test_a_person_can_read_them():
    """They count from 1, and a stretch says its first and its last character."""
    assert OTHERS.read("4.128") == (3, 127)
    assert HOLDS.read("f.12_0.5 o.3_0") == (Hold(11, "f", 0.5), Hold(2, "o", 0.0))
    assert MARKS.read("3-5.9-9") == ((2, 5), (8, 9))


@for_each(
    ("param", "text"),
    [
        *((OTHERS, text) for text in ("0", "129", "1.1", "1.2.3.4", "a", "-1", "٣")),
        *(
            (HOLDS, text)
            for text in ("g.1_0", "f.0_1", "f.129_1", "f.1_1.1", "f.1_nan", "f.1", "x")
        ),
        (HOLDS, "f.1_0 f.1_1"),
        (HOLDS, "o.3_0.5 f.3_0 o.3_0.5"),
        (HOLDS, " ".join(f"f.{k}_0" for k in range(1, 10))),
        *((MARKS, text) for text in ("5-3", "0-2", "1-5001", "3", "1-2-3", "x-y")),
        (MARKS, ".".join(["1-2"] * 101)),
    ],
)
def test_anything_else_is_refused(param, text):
    with pytest.raises(ValueError):
        param.read(text)


@given(st.sampled_from([OTHERS, HOLDS, MARKS]), st.text("fio._-0123456789 ", max_size=20))
def test_what_is_read_is_inside(param, text):
    try:
        found = param.read(text)
    except ValueError:
        return
    assert param.read(param.write(found)) == found


@pytest.mark.parametrize("param", [OTHERS, HOLDS, MARKS])
def test_what_is_wanted_is_said_with_an_example_that_can_be_read(param):
    example = param.wanted.partition("such as ")[2].split()[0]
    assert param.read(example)
