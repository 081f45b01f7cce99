"""What an answer hangs on: against small changes, against runs of their own, and as it is said."""

import re

import numpy as np
import pytest

from lstm_viz.inputs import InputError
from lstm_viz.networks import basket, metadata
from lstm_viz.networks.stored import load
from lstm_viz.notation import percent
from lstm_viz.reading.read import in_float64, log2_softmax
from lstm_viz.scenes.gradients.picture.mattered import COUNT, LAYOUTS, mattered_board
from lstm_viz.scenes.gradients.record.mattered import (
    APART,
    INSTEAD,
    LINE,
    MOST_LETTERS,
    MOST_WORDS,
    STORY,
    of_line,
    of_story,
)
from lstm_viz.scenes.gradients.words.mattered import captions, name
from lstm_viz.tasks import Alphabet
from lstm_viz.tasks.basket import EMPTIES, WORDS
from tests.unit.scenes.boards import (
    can_be_sent,
    is_one_drawing,
    sets_all_that_any_frame_changes,
    stays_inside,
)

STORIES = (STORY, "How many pears?", "Mia picks a pear. " * 8 + "How many pears?")
LINES = (LINE, "O", "To be, or not to be: that is the questio", "ééé 漢 \t")
STEP = 1e-6


def told(frame, story=STORY, line=LINE):
    return re.sub(r"<[^>]+>", "", captions(of_story(story), of_line(line))[frame].sentence)


@pytest.mark.parametrize("text", STORIES)
def test_the_answer_of_a_story_and_what_each_word_does_to_it(text):
    found, model = of_story(text), in_float64(basket.model())
    asked = int("pears" in text)
    x = np.eye(len(WORDS))[[WORDS.index(word) for word in found.inputs]]

    def answer(inputs):
        return model.run(inputs).outputs[-1, asked]

    assert found.answer == pytest.approx(answer(x))
    for t in range(len(x)):
        words = [*found.inputs]
        words[t] = INSTEAD
        alone = answer(np.eye(len(WORDS))[[WORDS.index(word) for word in words]])
        assert found.effect[t] == pytest.approx(alone - answer(x), abs=1e-9)
        slopes = []
        for k in range(len(WORDS)):
            change = np.zeros_like(x)
            change[t, k] = STEP
            slopes.append((answer(x + change) - answer(x - change)) / (2 * STEP))
        assert found.gradient[t] == pytest.approx(np.linalg.norm(slopes), rel=1e-4, abs=1e-8)


def test_the_likeliest_character_and_what_each_of_a_line_does_to_it():
    found, stored = of_line(LINE), load("plays")
    model, alphabet = in_float64(stored.model), Alphabet(metadata.alphabet(stored.metadata))
    x = alphabet.one_hot(alphabet.encode(f"\n{LINE}").indices).astype(float)

    def chance(inputs):
        return 2 ** log2_softmax(model.run(inputs).outputs[-1])

    best = int(chance(x).argmax())
    assert (alphabet.characters[best], found.answer) == (found.says, chance(x)[best])
    for t in (3, 20, 23):
        instead = "e" if LINE[t] == " " else " "
        other = alphabet.encode(f"\n{LINE[:t]}{instead}{LINE[t + 1 :]}").indices
        alone = chance(alphabet.one_hot(other).astype(float))[best]
        assert found.effect[t] == pytest.approx(alone - found.answer, abs=1e-9)
        slopes = []
        for k in range(x.shape[1]):
            change = np.zeros_like(x)
            change[t + 1, k] = STEP
            difference = chance(x + change)[best] - chance(x - change)[best]
            slopes.append(difference / (2 * STEP))
        assert found.gradient[t] == pytest.approx(np.linalg.norm(slopes), rel=1e-3, abs=1e-8)


def test_they_disagree_at_the_emptied_basket_and_it_is_said():
    found = of_story(STORY)
    at = found.inputs.index(EMPTIES)
    gradient, effect = found.shares
    assert at == found.disagree[0]
    assert f"at “{EMPTIES}” the gradient is {percent(gradient[at])}" in told(0)
    assert f"the change {percent(effect[at])}" in told(0)
    assert (found.gradient.argmax(), gradient.max(), effect.max()) == (13, 1, 1)
    for one in (found, of_line(LINE)):
        gradient, effect = one.shares
        assert set(one.disagree) == set(np.flatnonzero(np.abs(gradient - effect) > APART))
    assert "They disagree" in told(1) and name(of_line(LINE), 20) == "“␣” (number 21)"
    alike = told(0, "Mia picks an apple. Mia picks an apple. Mia empties the basket. "
                    "How many apples?")  # fmt: skip
    assert "tell much the same everywhere" in alike


@pytest.mark.parametrize("line", LINES)
def test_its_frames_are_whole_and_inside_the_picture(line):
    for story in STORIES:
        board = mattered_board(of_story(story), of_line(line))
        for layout in ("wide", "tall"):
            sets_all_that_any_frame_changes(board, layout)
            stays_inside(board, layout)
        can_be_sent(board)
        is_one_drawing([board, mattered_board(of_story(STORY), of_line(LINE))])


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda layout: layout.name)
def test_bars_are_as_long_as_their_shares(layout):
    found = of_story(STORY)
    (frame,) = mattered_board(found, of_line(LINE)).frames[0]
    for bar, values, (start, end) in zip(
        ("by gradient", "by replacing"), found.shares, (layout.up, layout.down), strict=True
    ):
        sizes = frame.patches[layout.name][bar]["marker"]["size"]
        lengths = [1.4 * size for size in sizes[: len(found)]]
        np.testing.assert_allclose(lengths, values * abs(end - start), atol=0.02)
        assert set(sizes[len(found) :]) == {0.0}
    assert max(MOST_LETTERS, MOST_WORDS) == COUNT


def test_what_cannot_be_read_is_refused_with_what_was_expected():
    for reads, text, wanted in [
        (of_story, "Mia sings.", "Expected a question at the end"),
        (of_story, "Mia picks an apple. " * 9 + "How many apples?", f"at most {MOST_WORDS} words"),
        (of_story, "Mia flies.", "never learned the word “flies”"),
        (of_line, "", f"1 to {MOST_LETTERS} characters, got 0"),
        (of_line, "x" * 41, "got 41"),
    ]:
        with pytest.raises(InputError, match=wanted):
            reads(text)
