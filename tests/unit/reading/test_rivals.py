"""A unit that seems to follow one thing may follow another that goes with it in this text."""

import numpy as np
import pytest

from lstm_viz.reading.find import find
from lstm_viz.reading.rivals import rival
from lstm_viz.reading.rules import RULES
from lstm_viz.reading.words.search import rival_sentence

TEXT = (
    '"Is it?" he said, and went\n"No," said she, and stayed at home\n"Oh," they said at once\n' * 3
)


def planted(rule, strength=3.0):
    rng = np.random.default_rng(0)
    values = rng.normal(size=(len(TEXT), 8))
    pattern = RULES[rule].of(TEXT).astype(float)
    values[:, 4] += strength * (pattern - pattern.mean()) / pattern.std()
    return values


def test_a_unit_that_follows_the_line_is_not_taken_for_one_on_quotes():
    values = planted("line-position")
    found = find(values, RULES["quotes"].of(TEXT), "inside quotes")
    other = rival(found, values, TEXT)
    assert found.best == 4 and found.verdict == "well"
    assert other.rule.id == "line-position"
    r = np.corrcoef(values[:, 4], RULES["line-position"].of(TEXT))[0, 1]
    assert other.r == pytest.approx(r)
    assert f"“characters since the line began” better still (r = +{r:.2f})" in rival_sentence(
        found, other
    )


@pytest.mark.parametrize("rule", ["quotes", "line-position", "vowel"])
def test_what_a_unit_follows_best_has_no_rival(rule):
    values = planted(rule)
    found = find(values, RULES[rule].of(TEXT), rule)
    assert found.best == 4 and rival(found, values, TEXT) is None
    assert rival_sentence(found, None) == ""


def test_nothing_is_said_of_a_unit_that_was_not_found():
    values = planted("line-position", strength=0.6)
    found = find(values, RULES["break"].of(TEXT), "between words")
    assert found.verdict == "none" and rival_sentence(found, rival(found, values, TEXT)) == ""
