"""Each rule on texts made for it: the line below a text says where the rule holds."""

import numpy as np
import pytest

from lstm_viz.reading.rules import RULES, by_example
from tests.each import for_each


def holds(rule, text):
    """`#` where the rule holds, `.` elsewhere."""
    return "".join("#" if value else "." for value in RULES[rule].of(text))


@for_each(
    ("rule", "text", "where"),
    [
        ("quotes", 'He said "no" twice "',
                   "........###........#"),
        ("quotes", "a “b „c” d» e",
                   "..#####......"),
        ("quotes", "'tis 'not'", ".........."),
        ("quotes", 'a "b\n\nc', "..###.."),
        ("quotes", "„a“ “b” «c» d", "##..##..##..."),
        ("brackets", "a (b [c] d) e]",
                     "..########...."),
        ("brackets", "(a] b) c", "#####..."),
        ("second-half", "abcd\nabc\n\na",
                        "..##...#..."),
        ("after-capital", "The Duke's men, I’m", "###.######......###"),
        ("after-capital", "iPhone USA", ".......###"),
        ("vowel", "Aye, où É", "#.#..##.#"),
        ("break", "a b\tc\n", ".#.#.#"),
        ("first-word", " To be\nor not\n\nbe", ".##....##......##"),
        ("paragraph", "ab\ncd\n\nef\ngh", "##.....##..."),
        ("speaker", "FIRST LORD. I SAY\nBRUTUS\nO! I am\nI.\nKent: NO",
                    "##########........######...................."),
        ("speaker", "HENRY V:", "#######."),
        ("speaker", "  HAMLET.", "..######."),
        ("after-comma", "a, b. c,\nd; e", "." + "###" + "..." + "###" + "..."),
        ("number", "in 1606²", "...####."),
    ],
)  # fmt: skip
def test_rule_holds_where_it_says(rule, text, where):
    assert len(text) == len(where)
    assert holds(rule, text) == where


@pytest.mark.parametrize(
    ("rule", "text", "counts"),
    [
        ("word-position", "To be, isn't it 'so",
         [1, 2, 0, 1, 2, 0, 0, 1, 2, 3, 4, 5, 0, 1, 2, 0, 0, 1, 2]),
        ("line-position", "ab\n\ncd", [1, 2, 0, 0, 1, 2]),
        ("since-stop", "ab. c? d", [1, 2, 0, 1, 2, 0, 1, 2]),
    ],
)  # fmt: skip
def test_rule_counts_what_it_says(rule, text, counts):
    assert RULES[rule].of(text).tolist() == counts


@for_each("rule", RULES.values(), ids=list(RULES))
@for_each("text", ["", "a", "\n", "’", '"', "A\n", "É👍\u0000", "  ", "\n\n\n"])
def test_every_rule_takes_any_text(rule, text):
    pattern = rule.of(text)
    assert pattern.shape == (len(text),)
    assert pattern.dtype == (np.float64 if rule.kind == "count" else bool)


@for_each("rule", RULES.values(), ids=list(RULES))
def test_what_a_rule_is_called(rule):
    assert RULES[rule.id] is rule
    assert rule.says.endswith(".") and rule.title


def test_a_place_may_hold_more_than_one_code_point():
    text = ("O", "é", "e\u0301", "\r\n", "👩🏽‍🚀", "a")
    assert RULES["line-position"].of(text).tolist() == [1, 2, 3, 0, 1, 2]
    assert RULES["vowel"].of(text).tolist() == [True, True, True, False, False, True]


@pytest.mark.parametrize(
    ("spans", "where"),
    [
        ([], "........"),
        ([(1, 3)], ".##....."),
        ([(5, 7), (1, 3)], ".##..##."),
        ([(1, 4), (2, 6)], ".#####.."),
        ([(3, 1)], ".##....."),
        ([(-5, 2), (6, 99)], "##....##"),
        ([(9, 12), (4, 4), (-3, -1)], "........"),
    ],
)
def test_marked_stretches(spans, where):
    assert "".join("#" if value else "." for value in by_example(spans, 8)) == where
