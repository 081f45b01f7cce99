"""A unit that was found in one text is looked at in others."""

from types import SimpleNamespace

import numpy as np
import pytest

from lstm_viz.reading.elsewhere import OtherPassage, elsewhere
from lstm_viz.reading.find import find
from lstm_viz.reading.rules import RULES
from lstm_viz.reading.words.search import elsewhere_sentence

RULE = RULES["quotes"]
QUOTED = (
    'He said "yes, I will" and sat down by her; "but not for long", she said, "and not now".\n' * 2
)


def read(text, strength):
    """A reading in which unit 1 of 3 follows the quotes so strongly."""
    values = np.random.default_rng(len(text)).normal(size=(len(text), 3))
    values[:, 1] += strength * RULE.of(text)
    return SimpleNamespace(text=tuple(text), trace=SimpleNamespace(c=values))


def found(strength=3.0):
    there = read(QUOTED, strength)
    return find(there.trace.c, RULE.of(there.text), RULE.title)


def test_it_is_the_correlation_in_each_text_that_has_the_pattern_often_enough():
    there, once = read(QUOTED * 2, 2.0), read('He said "yes" and left.', 2.0)
    plain = read("No one said a word.", 2.0)
    others = elsewhere(1, RULE, {"often": there, "once": once, "never": plain})
    r = np.corrcoef(there.trace.c[:, 1], RULE.of(there.text))[0, 1]
    assert [title for title, _ in others] == ["often"]
    assert others[0].r == pytest.approx(r) and r > 0.5


@pytest.mark.parametrize(
    ("rs", "says"),
    [
        ([], "No other passage here has enough of this to check it."),
        ([0.56], "It does so elsewhere too: in the passage “0” its r is +0.56."),
        ([0.1], "It does not do so everywhere: in the passage “0” its r is +0.10."),
        ([-0.5], "It does not do so everywhere: in the passage “0” its r is −0.50."),
        (
            [0.7, 0.3, 0.5],
            "It does so elsewhere too: in the 3 other passages with enough of this its r is "
            "+0.30 to +0.70.",
        ),
        (
            [0.7, 0.29],
            "It does not do so everywhere: in the 2 other passages with enough of this its r is "
            "+0.29 to +0.70.",
        ),
    ],
)
def test_the_sentence(rs, says):
    assert (
        elsewhere_sentence(found(), tuple(OtherPassage(str(k), r) for k, r in enumerate(rs)))
        == says
    )


def test_one_that_follows_the_other_way_round_has_to_do_so_there():
    others = (OtherPassage("0", -0.6),)
    assert "elsewhere too" in elsewhere_sentence(found(-3.0), others)
    assert "not do so everywhere" in elsewhere_sentence(found(3.0), others)


def test_nothing_is_said_of_a_unit_that_was_not_found():
    assert (
        found(0.0).verdict == "none"
        and elsewhere_sentence(found(0.0), (OtherPassage("0", 0.9),)) == ""
    )
