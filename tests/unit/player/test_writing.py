"""What is sent of the characters that a network wrote is small, and is what the record says."""

import json

import numpy as np
import pytest

from lstm_viz.player.reading import reading_payload
from lstm_viz.player.writing import writing_payload
from lstm_viz.reading import read
from lstm_viz.reading.write import write
from tests.unit.player.decode import decode
from tests.unit.player.readings import ALPHABET, HIDDEN, TEXT, network, reading
from tests.unit.player.test_reading import shares, signed

MOST_BYTES = 12_000
"""For 100 characters and four units, on the wire."""


@pytest.fixture(scope="module")
def before():
    return reading()


@pytest.fixture(scope="module")
def writing(before):
    rng = np.random.default_rng(0)
    return write(network(), ALPHABET, before, 100, temperature=1.5, rng=rng)


def test_what_was_drawn_and_how_probable_it_was_before_and_after_the_temperature(before, writing):
    sent = writing_payload(writing, before, units=(2,))
    assert "".join(sent["characters"]) == writing.string and sent["temperature"] == 1.5
    np.testing.assert_allclose(decode(sent["surprise"]), writing.surprise, rtol=1e-6)
    np.testing.assert_allclose(decode(sent["drawn"]), writing.probability, rtol=1e-6)
    own, drawn = shares(sent["topProbability"]), shares(sent["drawnFrom"])
    assert own.shape == drawn.shape == (101, 5) and sent["top"]["shape"] == [101, 5]
    np.testing.assert_allclose(own, writing.top_probability, atol=1e-5)
    np.testing.assert_allclose(drawn, writing.top_drawn, atol=1e-5)
    assert np.all(own[:, 0] >= drawn[:, 0])  # a high temperature makes the best less probable


def test_the_units_signals_are_those_of_the_run_that_wrote(before, writing):
    sent = writing_payload(writing, before, units=(4, 1, 7))
    for name, packed in sent["signals"].items():
        expected = getattr(writing.trace, name)[:, 4]
        np.testing.assert_allclose(decode(packed), expected, rtol=1e-6)
    assert [other["unit"] for other in sent["others"]] == [1, 7]
    for other in sent["others"]:
        c = writing.trace.c[:, other["unit"]]
        np.testing.assert_allclose(signed(other["c"], other["size"]), c, atol=1e-3)


def test_full_colour_is_what_it_will_be_when_all_is_kept(before, writing):
    kept = reading(TEXT + writing.string)
    for unit in range(HIDDEN):
        mine = writing_payload(
            writing, before, units=(unit, (unit + 1) % HIDDEN), paint=("c", unit)
        )
        theirs = reading_payload(kept, units=(unit, (unit + 1) % HIDDEN), paint=("c", unit))
        assert mine["scale"] == pytest.approx(theirs["scale"])
        assert mine["paint"]["scale"] == pytest.approx(theirs["paint"]["scale"])
        assert mine["others"][0]["scale"] == pytest.approx(theirs["others"][0]["scale"])


def test_with_gates_held_full_colour_stays_that_of_the_text_without(before):
    forget = np.full(HIDDEN, np.nan)
    forget[[4, 1]] = 1.0
    held = read.read(network(), ALPHABET, TEXT, clamp={"f": forget})
    rng = np.random.default_rng(0)
    made = write(network(), ALPHABET, held, 50, temperature=1, rng=rng, clamp={"f": forget})
    usual = np.maximum(1, np.abs(before.trace.c).max(axis=0))
    sent = writing_payload(made, held, units=(4, 1), paint=("c", 1), scale_of=before)
    assert sent["scale"] == pytest.approx(usual[4])
    assert sent["others"][0]["scale"] == sent["paint"]["scale"] == pytest.approx(usual[1])
    assert np.abs(made.trace.c[:, [4, 1]]).max() > usual[[4, 1]].max()
    np.testing.assert_array_equal(decode(sent["signals"]["f"]), 1)
    size = sent["others"][0]["size"]
    np.testing.assert_allclose(signed(sent["others"][0]["c"], size), made.trace.c[:, 1], atol=1e-2)


@pytest.mark.parametrize("paint", ["surprise", ("c", 2), ("f", 8)])
def test_a_hundred_characters_of_four_units_are_small_on_the_wire(before, writing, paint):
    sent = writing_payload(writing, before, units=(0, 1, 2, 3), paint=paint)
    assert 5_000 < len(json.dumps(sent)) < MOST_BYTES


def test_units_and_signals_that_there_are_not_are_refused(before, writing):
    with pytest.raises(ValueError, match=f"from 0 to {HIDDEN - 1}, got {HIDDEN}"):
        writing_payload(writing, before, units=(0, HIDDEN))
    with pytest.raises(ValueError, match="got 'x'"):
        writing_payload(writing, before, units=(0,), paint=("x", 0))
