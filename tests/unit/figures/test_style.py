"""Colours can be told apart and read."""

import math
import re

import pytest

from lstm_viz.figures.style import (
    DARK,
    LIGHT,
    THEMES,
    contrast,
    on_scale,
    palette,
    readable_on,
    resolve,
)
from lstm_viz.signals import GRU_SIGNALS, LSTM_SIGNALS, RNN_SIGNALS, shares
from tests.each import for_each

themes = for_each("theme", ["light", "dark"])
GATES = (*shares(LSTM_SIGNALS), *shares(GRU_SIGNALS))
SIGNAL_COLOURS = sorted({row.color for row in (*LSTM_SIGNALS, *GRU_SIGNALS, *RNN_SIGNALS)})


# ---- the palette -------------------------------------------------------------------------------


def channels(colour):
    assert re.fullmatch(r"#[0-9a-f]{6}", colour)
    return [int(colour[k : k + 2], 16) / 255 for k in (1, 3, 5)]


def test_contrast_is_measured_as_wcag_does():
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.005)


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
    assert contrast(colours[role], colours[ground]) >= 4.5


@themes
@for_each("name", SIGNAL_COLOURS)
def test_text_on_a_signals_colour_can_be_read(theme, name):
    colours = palette(theme)
    assert contrast(colours["on_signal"], colours[name]) >= 3


@themes
@for_each("name", SIGNAL_COLOURS)
def test_a_lit_wire_stands_out(theme, name):
    """Graphics need 3:1 (WCAG 1.4.11)."""
    colours = palette(theme)
    assert contrast(colours[name], colours["panel"]) >= 3


@themes
@for_each("scale", ["values", *GATES])
def test_the_number_in_a_cell_can_be_read_whatever_its_value(theme, scale):
    colours = palette(theme)
    for k in range(-500 if scale == "values" else 0, 501):
        role = f"{scale}@{k / 500}"
        fill, ink = resolve([f"${role}", f"$on {role}"], colours)
        assert contrast(ink, fill) >= 4.5, role
    assert contrast(colours["ink"], colours["off"]) >= 4.5


@themes
@for_each("scale", ["values", *GATES])
def test_the_number_in_a_dimmed_cell_can_be_read(theme, scale):
    colours = palette(theme)
    for k in range(-20 if scale == "values" else 0, 21):
        fill = on_scale(colours, scale, k / 20)
        half = [(a + b) / 2 for a, b in zip(*map(channels, (fill, colours["panel"])), strict=True)]
        seen = "#" + "".join(f"{round(255 * c):02x}" for c in half)
        assert contrast(colours["ink"], seen) >= 4.5, (scale, k)


@themes
@for_each("name", GATES)
def test_a_gate_is_pale_at_0_and_full_at_1(theme, name):
    colours = palette(theme)
    found = [on_scale(colours, name, share) for share in (0, 0.25, 0.5, 0.75, 1)]
    assert (found[0], found[-1]) == (colours[f"pale_{name}"], colours[name])
    strength = [contrast(one, colours["paper"]) for one in found]
    assert strength == sorted(strength)
    assert on_scale(colours, name, 1.2) == found[-1] and on_scale(colours, name, -1) == found[0]


@themes
def test_values_with_a_sign_have_no_colour_of_a_gate(theme):
    colours, everyone = palette(theme), SEEN_BY["all cones"]
    for place, colour in colours["values"]:
        for name in (*GATES, "g", "n") if place != 0.5 else ():
            apart = math.dist(lab(colour, everyone), lab(colours[name], everyone))
            assert apart > 20, (place, name)


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
    ground = colours["paper"]
    steps = [contrast(on_scale(colours, "values", k / 20), ground) for k in range(-20, 21)]
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


def test_ink_is_left_only_where_it_cannot_be_read():
    assert readable_on("#ffffff", LIGHT) == LIGHT["ink"]
    assert readable_on("#7a7a7a", LIGHT) == LIGHT["black"]
    assert readable_on("#101010", LIGHT) == LIGHT["white"]
