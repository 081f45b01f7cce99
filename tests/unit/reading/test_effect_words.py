"""What holding gates costs is told with the run's numbers, and those that are printed add up."""

import re
from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.notation import number, percent
from lstm_viz.reading.effect import Hold, effect, silence
from lstm_viz.reading.read import read
from lstm_viz.reading.words import effect as cost
from lstm_viz.reading.words.phrases import visible
from tests.unit.reading.held import read_held

TEXT = "HAMLET.\nTo be, or not “to be” 🎉.\n"


@pytest.fixture(scope="module")
def reading(model, alphabet):
    return read(model, alphabet, TEXT)


def surprised(reading, change):
    """An effect in which the characters surprise so many bits more."""
    bits = reading.surprise + np.asarray(change)
    after = replace(reading)
    after.__dict__["surprise"] = bits  # in place of what is found from the probabilities
    return effect(reading, after, [silence(0)])


def numbers(sentence):
    return [float(found.replace("−", "-")) for found in re.findall(r"[+−]?\d+\.\d\d", sentence)]


def test_an_effect_is_told_with_its_own_numbers(model, alphabet, reading):
    held = read_held(model, alphabet, reading, [silence(0), Hold(1, "f", 1.0)])
    sentence = cost.effect_sentence(held)
    assert sentence.startswith("With unit 1 silenced, unit 2’s forget gate held at 1.00, ")
    assert f"surprise is {number(held.bits_after)} bits per character" in sentence
    assert f"with nothing held it is {number(held.bits_before)}" in sentence
    assert f"Over all {len(TEXT)} characters that is {number(held.change.sum(), sign=True)}" in (
        sentence
    )


def test_that_it_reads_better_is_said_and_only_then(reading):
    for change, better in {-0.09: True, 0.09: False, 0.0: False, -0.0001: False}.items():
        sentence = cost.effect_sentence(surprised(reading, np.full(len(TEXT), change)))
        assert ("guesses this text better" in sentence) == better, change


@pytest.mark.parametrize("change", [0.034, 0.0351, 0.1, -0.0352, 1.2345])
def test_the_printed_difference_is_that_of_the_printed_numbers(change, reading):
    sentence = cost.effect_sentence(surprised(reading, np.full(len(TEXT), change)))
    after, before, difference = numbers(sentence.partition("). ")[0])
    assert difference == pytest.approx(after - before, abs=1e-9)


def test_how_much_of_the_cost_a_few_carry(reading):
    change = np.full(len(TEXT), 0.01)
    change[:5] = 3.0
    sentence = cost.effect_sentence(surprised(reading, change))
    share = percent(15 / change.sum())
    assert sentence.endswith(f"and the 5 characters that changed most carry {share} of it.")


def test_no_share_is_told_where_some_of_it_is_taken_back(reading):
    change = np.full(len(TEXT), 0.5)
    change[:5] = 3.0, -3.0, 2.0, -4.0, 1.0
    sentence = cost.effect_sentence(surprised(reading, change))
    assert "−1.00 at the 5 characters that changed most" in sentence and "%" not in sentence
    total, theirs, rest = numbers(sentence.partition("). ")[2])
    assert theirs + rest == pytest.approx(total, abs=1e-9)


def test_few_changes_carry_it_all_and_that_need_not_be_said(reading):
    change = np.zeros(len(TEXT))
    change[3] = 4.0
    assert cost.effect_sentence(surprised(reading, change)).endswith(").")


def test_no_effect_is_told_as_none(model, alphabet, reading):
    idle = read_held(model, alphabet, reading, [silence(3)])  # nobody reads it
    assert cost.effect_sentence(idle) == (
        f"With unit 4 silenced nothing changes: {number(reading.bits_per_character)} bits per "
        "character as before."
    )
    assert cost.effect_sentence(read_held(model, alphabet, reading, [])).startswith(
        "With nothing held"
    )


def test_a_character_is_shown_in_its_word_with_its_line(reading):
    change = np.zeros(len(TEXT))
    for t, wanted in {
        2: "HA‘M’LET. (line 1) +2.00 bits",
        7: "HAMLET.‘⏎’ (line 1) +2.00 bits",
        8: "‘T’o (line 2) +2.00 bits",
        TEXT.index("🎉"): "‘🎉’. (line 2) +2.00 bits",
    }.items():
        change[t] = 2.0
        (changed,) = surprised(reading, change).most_changed(1)
        before, after = number(changed.surprise_before), number(changed.surprise_after)
        spot = cost.spot(changed)
        assert spot.startswith(wanted.partition(" +")[0])
        assert numbers(spot)[-1] == pytest.approx(float(after) - float(before), abs=1e-9)
        change[t] = 0


def test_a_long_word_is_cut(model, alphabet):
    text = "to" * 20
    long = read(model, alphabet, text)
    change = np.zeros(len(text))
    change[20] = 1.0
    after = replace(long)
    after.__dict__["surprise"] = long.surprise + change
    (changed,) = effect(long, after, [silence(0)]).most_changed(1)
    assert changed.word == ("…" + text[12:20], text[21:29] + "…")


def test_a_changed_character_is_told_with_its_own_numbers(model, alphabet, reading):
    held = read_held(model, alphabet, reading, [silence(0)])
    for change in held.most_changed(8):
        sentence = cost.change_sentence(change)
        assert f"at place {change.t + 1}" in sentence
        assert f"after “{visible(change.context)}”" in sentence or not change.context
        assert f"{number(change.surprise_after)} bits of surprise" in sentence
        assert f"before {number(change.surprise_before)};" in sentence
        assert percent(change.top_before.probability) in sentence
        assert percent(change.top_after.probability) in sentence
        stays = change.top_before.character == change.top_after.character
        assert ("stays" in sentence) == stays
