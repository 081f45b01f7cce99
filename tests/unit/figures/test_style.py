"""Colours can be told apart and read."""

import math
import re

import pytest

from lstm_viz.figures.style import DARK, LIGHT, STRONG, THEMES, palette, resolve
from lstm_viz.signals import GRU_SIGNALS, LSTM_SIGNALS, RNN_SIGNALS
from tests.each import for_each

themes = for_each("theme", ["light", "dark"])
SIGNAL_COLOURS = sorted({row.color for row in (*LSTM_SIGNALS, *GRU_SIGNALS, *RNN_SIGNALS)})


# ---- the palette -------------------------------------------------------------------------------


def channels(colour):
    assert re.fullmatch(r"#[0-9a-f]{6}", colour)
    return [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]


def luminance(rgb):
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one, other):
    """WCAG 2.2, from 1 to 21."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def value_colour(colours, share):
    """The colour of a cell, as Plotly mixes it."""
    at = (share + 1) / 2
    for (low, start), (high, end) in zip(colours["values"], colours["values"][1:], strict=False):
        if low <= at <= high:
            part = (at - low) / (high - low)
            ends = zip(channels(start), channels(end), strict=True)
            return [a * (1 - part) + b * part for a, b in ends]
    raise AssertionError(at)


def test_contrast_is_measured_as_wcag_does():
    assert contrast(channels("#000000"), channels("#ffffff")) == pytest.approx(21)
    assert contrast(channels("#777777"), channels("#ffffff")) == pytest.approx(4.48, abs=0.005)


def test_both_themes_have_the_same_roles():
    assert list(THEMES) == ["light", "dark"]
    assert list(LIGHT) == list(DARK)
    assert [at for at, _ in LIGHT["values"]] == [at for at, _ in DARK["values"]]
    assert {f"text_{name}" for name in SIGNAL_COLOURS} | set(SIGNAL_COLOURS) <= set(LIGHT)


@themes
def test_every_colour_is_a_colour(theme):
    for role, colour in palette(theme).items():
        for value in [colour] if isinstance(colour, str) else [c for _, c in colour]:
            assert channels(value), role


@themes
@for_each("ground", ["paper", "panel"])
@for_each("role", ["ink", "muted", *(f"text_{name}" for name in SIGNAL_COLOURS)])
def test_text_can_be_read(theme, ground, role):
    colours = palette(theme)
    assert contrast(channels(colours[role]), channels(colours[ground])) >= 4.5


@themes
@for_each("name", SIGNAL_COLOURS)
def test_text_on_a_signals_colour_can_be_read(theme, name):
    colours = palette(theme)
    assert contrast(channels(colours["on_signal"]), channels(colours[name])) >= 3


@themes
@for_each("name", SIGNAL_COLOURS)
def test_a_lit_wire_stands_out(theme, name):
    """Graphics need 3:1 (WCAG 1.4.11)."""
    colours = palette(theme)
    assert contrast(channels(colours[name]), channels(colours["panel"])) >= 3


@themes
def test_the_number_in_a_cell_can_be_read_whatever_its_value(theme):
    colours = palette(theme)
    for k in range(-100, 101):
        share = k / 100
        ink = colours["on_value" if abs(share) > STRONG else "ink"]
        assert contrast(channels(ink), value_colour(colours, share)) >= 3, share
    assert contrast(channels(colours["ink"]), channels(colours["off"])) >= 4.5


@themes
def test_the_signals_of_a_gate_have_colours_of_their_own(theme):
    colours = palette(theme)
    assert len({colours[name] for name in SIGNAL_COLOURS}) == len(SIGNAL_COLOURS)


# Simulations of full protanopia and deuteranopia in linear RGB: Machado, Oliveira & Fernandes,
# "A physiologically-based model for simulation of color vision deficiency", 2009, table for
# severity 1.0.
SEEN_BY = {
    "all cones": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "no red cones": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "no green cones": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
}


def lab(colour, seen):
    """CIE 1976 L*a*b* (D65) of a colour as it is seen."""
    rgb = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels(colour)]
    rgb = [min(1.0, max(0.0, sum(m * c for m, c in zip(row, rgb, strict=True)))) for row in seen]
    to_xyz = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    xyz = [
        sum(m * c for m, c in zip(row, rgb, strict=True)) / w
        for row, w in zip(to_xyz, white, strict=True)
    ]
    x, y, z = (v ** (1 / 3) if v > 0.008856 else 7.787 * v + 16 / 116 for v in xyz)
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def test_a_difference_of_colours_is_measured_as_cie_does():
    everyone = SEEN_BY["all cones"]
    assert lab("#ffffff", everyone) == pytest.approx((100, 0, 0), abs=0.02)
    assert lab("#ff0000", everyone) == pytest.approx((53.2, 80.1, 67.2), abs=0.1)
    red, green = (lab(colour, SEEN_BY["no green cones"]) for colour in ("#c66b1c", "#8a8422"))
    assert (
        math.dist(red, green) < 15 < math.dist(lab("#c66b1c", everyone), lab("#8a8422", everyone))
    )


@themes
@for_each("seen", SEEN_BY.values(), ids=list(SEEN_BY))
@for_each("text", ["", "text_"])
def test_whoever_looks_can_tell_the_gates_of_a_gru_apart(theme, seen, text):
    """r, z and n from each other, and from the x and h that go into them."""
    colours = palette(theme)
    found = {name: lab(colours[text + name], seen) for name in "rznxh"}
    close = {
        one + other: math.dist(found[one], found[other])
        for one in "rzn"
        for other in "rznxh"
        if one != other and math.dist(found[one], found[other]) < 20
    }
    assert not close


@themes
def test_colours_of_a_gru_are_not_mistaken_for_those_of_an_lstm(theme):
    colours, everyone = palette(theme), SEEN_BY["all cones"]
    for one in "rzn":
        for other in "figoc":
            apart = math.dist(lab(colours[one], everyone), lab(colours[other], everyone))
            assert apart > 20, (one, other)


@themes
def test_values_of_the_same_size_are_equally_far_from_neutral(theme):
    """The scale diverges: its middle is nearest the ground, and it grows stronger outwards."""
    colours = palette(theme)
    ground = channels(colours["paper"])
    steps = [contrast(value_colour(colours, k / 20), ground) for k in range(-20, 21)]
    assert min(steps) == steps[20]
    assert steps[:21] == sorted(steps[:21], reverse=True)
    assert steps[20:] == sorted(steps[20:])


def test_an_unknown_theme_is_refused():
    with pytest.raises(ValueError, match="'light' or 'dark', got 'sepia'"):
        palette("sepia")


# ---- roles -------------------------------------------------------------------------------------


def test_roles_become_colours_everywhere_but_in_words():
    node = {
        "text": "$ink",
        "ticktext": ["$f", "$9.99"],
        "font": {"color": "$ink"},
        "list": ["$f", ("$g", 1, None, 0.5)],
        "colorscale": "$values",
        "plain": "ink",
    }
    assert resolve(node, LIGHT) == {
        "text": "$ink",
        "ticktext": ["$f", "$9.99"],
        "font": {"color": LIGHT["ink"]},
        "list": [LIGHT["f"], [LIGHT["g"], 1, None, 0.5]],
        "colorscale": LIGHT["values"],
        "plain": "ink",
    }
    assert node["font"] == {"color": "$ink"}


def test_a_role_that_is_not_there_is_an_error():
    with pytest.raises(KeyError):
        resolve({"color": "$nonsense"}, LIGHT)


def test_the_limit_for_strong_colours_is_a_share():
    assert 0 < STRONG < 1 and math.isfinite(STRONG)
