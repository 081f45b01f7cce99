"""Numbers are short, rounded as in the browser, and fit where they stand."""

import re

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lstm_viz.notation import (
    bracketed,
    clipped,
    counted,
    honest,
    in_powers,
    listed,
    number,
    percent,
    read_number,
)


def test_several_are_counted_and_listed() -> None:
    assert [counted(n, "step") for n in (0, 1, 1000)] == ["0 steps", "1 step", "1,000 steps"]
    wanted = ["none", "a", "a and b", "a, b and c"]
    assert [listed(names) for names in ("", "a", "ab", "abc")] == wanted


@pytest.mark.parametrize(
    "value, plain, signed",
    [
        (0.0, "0.00", "0.00"),
        (-0.0, "0.00", "0.00"),
        (-0.001, "0.00", "0.00"),
        (0.0049, "0.00", "0.00"),
        (-0.006, "−0.01", "−0.01"),
        (0.125, "0.13", "+0.13"),
        (-1.625, "−1.63", "−1.63"),
        (0.694, "0.69", "+0.69"),
        (-1.2, "−1.20", "−1.20"),
        (12.34, "12.34", "+12.34"),
        (99.994, "99.99", "+99.99"),
        (-99.996, "−100", "−100"),
        (12345.4, "12345", "+12345"),
        (99999.4, "99999", "+99999"),
        (99999.6, "1e+05", "+1e+05"),
        (-1e6, "−1e+06", "−1e+06"),
        (3e12, "3e+12", "+3e+12"),
        (5e-324, "0.00", "0.00"),
    ],
)
def test_a_number_is_short_and_has_a_real_minus(value, plain, signed):
    assert number(value) == plain
    assert number(value, sign=True) == signed


@pytest.mark.parametrize("kind", [np.float32, np.float64, float, int])
def test_a_number_of_any_kind_can_be_written(kind):
    """Traces hold NumPy's own numbers."""
    assert [number(kind(value), sign=True) for value in (0, 1, -250)] == ["0.00", "+1.00", "−250"]
    assert percent(kind(1)) == "100 %"


@given(st.floats(-1e99, 1e99))
@example(99.995)
@example(-99999.5)
def test_a_number_fits_its_cell_and_is_not_far_off(value):
    text = number(value, sign=True)
    assert len(text) <= 6
    assert "-" not in text.replace("e-", "")
    shown = float(text.replace("−", "-"))
    assert shown == pytest.approx(value, rel=0.5, abs=0.00501)
    if abs(value) < 99.99:
        assert shown == pytest.approx(value, abs=0.00501)
    if shown == 0:
        assert text == "0.00"
    else:
        assert (text[0] == "−") == (value < 0) and text[0] in "+−"


@pytest.mark.parametrize(
    "value, text",
    [
        (0.0, "0 %"),
        (1.0, "100 %"),
        (0.5, "50 %"),
        (0.694, "69 %"),
        (0.01, "1 %"),
        (0.99, "99 %"),
        (0.0099, "under 1 %"),
        (1e-9, "under 1 %"),
        (0.9901, "over 99 %"),
        (0.995, "over 99 %"),
        (0.999, "over 99 %"),
        (1 - 1e-9, "over 99 %"),
    ],
)
def test_a_share(value, text):
    assert percent(value) == text


@given(st.floats(0, 1))
def test_a_share_is_all_or_nothing_only_when_it_is(value):
    text = percent(value)
    if 1e-11 < value < 1 - 1e-11:
        assert text not in ("0 %", "100 %")
    digits = int(re.search(r"\d+", text)[0])
    assert abs(digits - 100 * value) <= (1 if "r" in text else 0.5 + 1e-9)


def test_a_negative_number_is_put_in_brackets():
    assert [bracketed(number(value)) for value in (-0.5, 0, 0.5)] == ["(−0.50)", "0.00", "0.50"]


@pytest.mark.parametrize(
    "text, shown",
    [
        ("0.41 × 0.26 = 0.10", "0.41 × 0.26 ≈ 0.10"),
        ("0.41 × 0.26 = 0.11", "0.41 × 0.26 = 0.11"),
        ("0.62 + 0.01 = 0.64", "0.62 + 0.01 ≈ 0.64"),
        ("−0.06 + (−0.43) = −0.49", "−0.06 + (−0.43) = −0.49"),
        ("0.26 − 0.59 = −0.32", "0.26 − 0.59 ≈ −0.32"),
        ("0.50 × 0.50 + 0.50 × 0.50 = 0.50", "0.50 × 0.50 + 0.50 × 0.50 = 0.50"),
        ("σ(−1.96 + 0.83 + 0.00) = σ(−1.14) = 0.24", "σ(−1.96 + 0.83 + 0.00) ≈ σ(−1.14) = 0.24"),
        (
            '<b>0.71</b> × <span style="x">(−0.89)</span> = <i>−0.64</i>: so',
            '<b>0.71</b> × <span style="x">(−0.89)</span> ≈ <i>−0.64</i>: so',
        ),
        ("(1 − 0.54) × (−0.90) = −0.41", "(1 − 0.54) × (−0.90) = −0.41"),
        ("(1 − 0.54) × (−0.90) = −0.42", "(1 − 0.54) × (−0.90) ≈ −0.42"),
        (
            "0.54 × 0.10 = 0.05, (1 − <b>0.02</b>) × <b>(−0.77)</b> = −0.76",
            "0.54 × 0.10 = 0.05, (1 − <b>0.02</b>) × <b>(−0.77)</b> ≈ −0.76",
        ),
        ("0.31 − 0.30 = 0.01", "0.31 − 0.30 = 0.01"),
        ("2.01 − 0.54 × 2.00 = 0.93", "2.01 − 0.54 × 2.00 = 0.93"),
        ("c = 0.10, f = 0.20", "c = 0.10, f = 0.20"),
        ("held at 0.50", "held at 0.50"),
    ],
)
def test_an_equation_that_does_not_hold_as_printed_says_so(text, shown):
    assert honest(text) == shown
    assert honest(shown) == shown


READ = {
    "−0.0292": -0.0292, "-0.0292": -0.0292, "+0.73": 0.73, "≈ −0.03": -0.03, "≈0.5": 0.5,
    "0,5": 0.5, "−1,25": -1.25, "0,500": 0.5, "2,5e−3": 0.0025, ".5": 0.5, "5.": 5, ",5": 0.5,
    "1,000,000": 1e6, "−1,234.5": -1234.5, "1\u2009000": 1000, "1\u202f000\u202f000,5": 1_000_000.5,
    "12\u00a0345": 12345, "−\u20090.5": -0.5, "1e+05": 1e5, "−1e+06": -1e6, "3e−7": 3e-7,
    " 7\n": 7, "\ufeff0.5\u200b": 0.5, "1.000": 1,
}  # fmt: skip
NO_NUMBER = {
    "": "nothing", " \u200b": "nothing", "abc": "‘abc’", "=1+1": "‘=1+1’", "1 2": "‘1 2’",
    "1\t2": "‘1 2’", "1\n2": "‘1 2’", "1 000": "‘1 000’", "nan": "‘nan’", "inf": "‘inf’",
    "1_0": "‘1_0’", "٣": "‘٣’", "\uff11": "‘\uff11’", "0x10": "‘0x10’", "1.2.3": "‘1.2.3’",
    "5,": "‘5,’", "--1": "‘--1’", "−": "‘−’", ".": "‘.’", "e5": "‘e5’", "5e": "‘5e’",
    "50 %": "‘50 %’", "1.234,5": "‘1.234,5’", "1,23,456": "‘1,23,456’", "1\u202e2": "‘1�2’",
    "1–2": "‘1–2’",
    "1,000": "‘1,000’, which may be 1.000 or 1000", "−12,345": "‘−12,345’, which may be −12.345",
    "9" * 50 + "x": "‘99999999999999999999999…’",
}  # fmt: skip


def test_a_number_that_was_typed_or_pasted_is_read_whole_or_refused():
    for text, value in READ.items():
        assert read_number(text) == value, repr(text)
    for text, came in NO_NUMBER.items():
        with pytest.raises(ValueError) as refused:
            print(f"{text!r} is read as {read_number(text)}")
        assert str(refused.value).startswith(came), repr(text)


@given(st.floats(-1e6, 1e6), st.booleans())
def test_what_is_written_is_also_read(value, sign):
    for text in (number(value, sign=sign), repr(value), f"≈ {value:,.3f}".replace("-", "−")):
        if text.count(",") == 1 and "." not in text:
            continue
        plain = float(text.replace("−", "-").replace("≈ ", "").replace(",", ""))
        assert read_number(text) == plain, text


def test_what_somebody_wrote_stands_in_a_sentence_with_nothing_unseen():
    for text, shown in {
        "a\u202eb\u2066c": "a�b�c", "a\nb\tc\u00a0d": "a b c d", "\x00": "�",
        "x" * 50: "x" * 40 + "…", "x" * 39 + "e\u0301y": "x" * 39 + "…",
        "a\u200db": "a�b", "x" * 38 + "👩\u200d💻 y": "x" * 38 + "…",
        "x" * 37 + "👩\u200d💻 y": "x" * 37 + "👩\u200d💻…",
        "x" * 39 + "👍🏽y": "x" * 39 + "…", "x" * 39 + "🇩🇪y": "x" * 39 + "…",
    }.items():  # fmt: skip
        assert clipped(text) == shown, repr(text)


@pytest.mark.parametrize(
    ("value", "said"),
    [(0, "0.00"), (0.574, "0.57"), (-0.004999, "−5.0·10⁻³"), (38.34, "38.3"), (9.996, "10.0"),
     (-99.96, "−100"), (999.4, "999"), (8191.2, "8.2·10³"), (7.7e-6, "7.7·10⁻⁶"),
     (1.1e15, "1.1·10¹⁵")],
)  # fmt: skip
def test_a_number_of_any_size_is_said_as_a_person_would(value, said):
    assert in_powers(value) == said
