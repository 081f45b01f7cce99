"""What is said of a picture holds for the picture that it is said of."""

import re

import numpy as np
import pytest

from lstm_viz.networks.captions.file import shipped
from lstm_viz.networks.captions.pixels import WHITE, to_text
from lstm_viz.networks.captions.scenes import END
from lstm_viz.networks.captions.scores import SETS, held_out
from lstm_viz.notation import number, percent
from lstm_viz.scenes.captions import words
from lstm_viz.scenes.captions.record import OWN, PRESETS, Told, pixels_of, told, without


def others() -> list[Told]:
    """A few pictures of every set, and some that are nothing that a network was ever shown."""
    rng = np.random.default_rng(0)
    texts = [WHITE, "0" * len(WHITE), to_text(rng.random((16, 16, 3)))]
    texts += [to_text(picture) for name in SETS for picture in held_out(name, 4)[1]]
    return [told(text) for text in texts]


def test_each_preset_is_its_own_and_an_own_picture_has_no_truth() -> None:
    for name, preset in PRESETS.items():
        found = told(pixels_of(name, ""))
        assert found.preset is preset and found.right is not None
    blank = told(pixels_of(OWN, ""))
    assert blank.pixels == WHITE and blank.preset is None and blank.right is None


def test_presets_show_what_the_page_says_of_them() -> None:
    right = {name: told(preset.pixels).right for name, preset in PRESETS.items()}
    assert all(right[name] for name, preset in PRESETS.items() if preset.trained), right
    assert right["combined"], "what never came together may work"
    for name in ("heart", "black", "three"):
        assert not right[name]
        said = words.word(found := told(PRESETS[name].pixels), len(found) - 1).sentence
        assert "Right would be" in said and not PRESETS[name].trained


def test_a_word_s_sentence_has_the_numbers_of_its_step() -> None:
    for found in [*map(told, (preset.pixels for preset in PRESETS.values())), *others()]:
        described = found.described
        for t, word in enumerate(described.said):
            said = words.word(found, t)
            (_, first), (_, second) = described.weighed(t, 2)
            assert percent(first) in said.sentence and f", {percent(second)})" in said.sentence
            assert said.title == ("The end" if word == END else f"“{word}”")
            most = float(described.falls[t].max())
            if most < words.LEAST_FALL:
                by = "less than 1" if most < 0.01 else f"at most {percent(most)}"
                assert f"falls by {by}" in said.sentence
            else:
                assert f"falls to {percent(first - most)}" in said.sentence
                row, column = divmod(int(described.falls[t].argmax()), 8)
                assert words.where(row, column) in said.sentence


def test_a_colour_painted_white_is_a_picture_of_its_own() -> None:
    beside = told(PRESETS["beside"].pixels)
    said = words.word(beside, beside.described.said.index("red")).sentence
    other = without(beside, "red")
    assert other is not None and "red" not in other.described.caption
    assert to_text(other.described.picture).count("f") > beside.pixels.count("f")
    assert f"all of the red white, and it says {words.quoted(other.described.caption)}." in said
    assert "Paint" not in words.word(beside, 0).sentence and without(beside, "green") is None
    alone = told(PRESETS["alone"].pixels)
    said = words.word(alone, alone.described.said.index("purple")).sentence
    blank = words.quoted(told(WHITE).described.caption)
    assert said.endswith(f"it says of the blank page: {blank}.")


def test_what_was_wrong_is_named() -> None:
    heart = told(PRESETS["heart"].pixels)
    form = heart.described.caption[2]
    assert f"it says “{form}” for “heart”" in words.verdict(heart)
    assert words.verdict(told(WHITE)) == ""
    beside = told(PRESETS["beside"].pixels)
    assert words.verdict(beside) == "All of it is right."


def test_the_gate_is_widest_open_where_it_is_said_to_be() -> None:
    for found in [told(preset.pixels) for preset in PRESETS.values()]:
        sentence, at = words.look(found).sentence, found.look
        opened = getattr(found.described.trace, at.gate)[:, at.unit]
        assert f"widest open ({number(opened.max())})" in sentence
        assert f"unit {at.unit + 1}:" in sentence
        for value in (at.inside, at.outside):
            assert number(value) in sentence
        assert percent(at.shut) in sentence and percent(at.right) in sentence


def test_the_table_says_what_was_measured() -> None:
    network = shipped()
    lines = words.scores(network).splitlines()[2:]
    for name, line in zip(SETS, lines, strict=True):
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        mine, rival = network.scores[name], network.rival[name]
        assert cells[0] == SETS[name]
        assert cells[1:] == [
            percent(value) for value in (mine.exact, mine.words, rival.exact, rival.words)
        ]


@pytest.mark.parametrize("one", [words.OPENING, words.LIMITS, words.REMEMBER, words.CREDIT])
def test_what_stands_around_has_no_number_that_was_typed_in(one: str) -> None:
    assert not re.search(r"\d", one)
