"""The trained bracket network does what is said of it."""

import numpy as np
import pytest

from lstm_viz.inputs import from_brackets, from_sentence
from lstm_viz.networks import brackets
from lstm_viz.networks.brackets import closed_probability
from lstm_viz.networks.stored import load
from lstm_viz.tasks.bracket_strings import depths
from lstm_viz.trace import Trace

COUNTING = brackets.COUNTING_UNIT


def read(text: str) -> Trace:
    inputs = from_brackets(text)
    return brackets.build(inputs, brackets.BRACKETS.default_hidden, 0).run(inputs.x)


def test_it_is_looked_at_in_float64() -> None:
    assert read("()").c.dtype == np.float64


def test_the_page_tells_how_it_was_made_and_how_it_does() -> None:
    told = brackets.about()
    assert "10,000 steps of Adam on strings of 2 to 20 characters" in told
    assert "`python -m lstm_viz.networks make brackets`" in told
    for name, score in brackets.scores().items():
        row = next(line for line in told.splitlines() if line.startswith(f"| {name} |"))
        assert f"| {score.per_step:.2%} |" in row
        assert row.endswith(f"| {score.deepest} |")


def test_it_is_right_about_strings_ten_times_as_long_as_it_was_trained_on() -> None:
    assert load("brackets").metadata["size"] == "20"
    far = brackets.scores()["length 100 to 200"]
    assert far.per_step > 0.99
    assert far.per_string > 0.99
    assert far.per_closed_step > 0.99
    assert far.closed_share > 0.02
    assert far.correlation > 0.999
    assert far.deepest > 50


@pytest.mark.parametrize("deep", [1, 5, 20, 100])
def test_the_counting_unit_goes_up_and_down_by_the_same_step(deep: int) -> None:
    trace = read("(" * deep + ")" * deep)
    change = np.diff(trace.c[:, COUNTING], prepend=0)
    assert change[:deep] == pytest.approx(1, abs=0.01)
    assert change[deep:] == pytest.approx(-1, abs=0.01)
    closed = closed_probability(trace)
    assert closed.shape == (2 * deep,)
    assert closed[-1] > 0.9
    assert closed[:-1].max() < 0.1


def test_letters_between_brackets_do_not_matter() -> None:
    bare, dressed = "(()(()))", "f(g(x), h(i(y)))"
    at_brackets = [t for t, char in enumerate(dressed) if char in "()"]
    with_letters = read(dressed).c[at_brackets, COUNTING]
    assert with_letters == pytest.approx(read(bare).c[:, COUNTING], abs=0.05)


@pytest.mark.parametrize("text", ["(()(()))", "f(x(y))", "()()()", "nothing to close", "((a)"])
def test_closed_probability_answers_at_every_step(text: str) -> None:
    closed = closed_probability(read(text))
    depth = depths(from_brackets(text).x.argmax(axis=1))
    assert ((closed > 0.9) == (depth == 0)).all()
    assert ((closed < 0.1) == (depth != 0)).all()


def test_closing_too_much_is_noticed_but_order_is_not() -> None:
    assert closed_probability(read("())"))[-1] < 0.1
    assert closed_probability(read(")("))[-1] > 0.9


def test_each_unit_does_what_its_label_says() -> None:
    text = "((a((b)c)(((d))))) e(f)"
    inputs, trace = from_brackets(text), read(text)
    labels = brackets.unit_labels(inputs, 3)
    opens, closes, others = inputs.x.T == 1

    assert labels[0] == "counts the depth"
    depth = depths(inputs.x.argmax(axis=1))
    assert trace.c[:, 0] == pytest.approx(depth, abs=0.05)

    assert labels[1] == "“(” since the last “)”, fading"
    assert (trace.written[opens, 1] > 0.3).all()
    assert (trace.f[closes, 1] < 0.05).all()
    assert np.abs(trace.c[closes, 1]).max() < 0.05
    assert (np.abs(trace.written[others, 1]) < 0.01).all()
    assert ((trace.f[opens | others, 1] > 0.6) & (trace.f[opens | others, 1] < 0.95)).all()

    assert labels[2] == "the last character only"
    assert trace.f[:, 2].max() < 0.1
    for kind in (opens, closes, others):
        assert np.ptp(trace.c[kind, 2]) < 0.1


def test_answers_are_the_probability_in_words() -> None:
    trace = read("(a)")
    assert brackets.answers(trace)[0] == "all closed: 0%"
    assert brackets.answers(trace)[2] == f"all closed: {closed_probability(trace)[2]:.0%}"


def test_other_inputs_and_sizes_are_refused() -> None:
    with pytest.raises(ValueError, match="columns must be"):
        brackets.build(from_sentence("a b c"), 3, 0)
    with pytest.raises(ValueError, match="hidden_size must be 3, as trained, got 2"):
        brackets.build(from_brackets("()"), 2, 0)
