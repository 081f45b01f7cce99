"""Numbers are short, rounded as in the browser, and fit where they stand."""

import re

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lstm_viz.notation import bracketed, honest, number, percent


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


@settings(deadline=None)  # the machine may be busy
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


@settings(deadline=None)  # the machine may be busy
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
