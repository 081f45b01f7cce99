"""The trained network: what ships is what the script makes, and does what is said of it."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from lstm_viz.inputs import from_brackets, from_sentence
from lstm_viz.networks import brackets
from lstm_viz.networks.brackets import __main__ as command
from lstm_viz.networks.brackets import closed_probability, scores, shipped, training
from lstm_viz.networks.brackets.shipped import load
from lstm_viz.networks.brackets.strings import answers, depths, one_hot, random_strings
from lstm_viz.trace import Trace

COUNTING = brackets.COUNTING_UNIT


def read(text: str) -> Trace:
    inputs = from_brackets(text)
    return brackets.build(inputs, brackets.BRACKETS.default_hidden, 0).run(inputs.x)


# ---- the task ----------------------------------------------------------------------------------


def test_depths_and_answers_of_a_string() -> None:
    columns = from_brackets("(a())))(").x.argmax(axis=1)
    assert depths(columns).tolist() == [1, 1, 2, 1, 0, -1, -2, -1]
    assert answers(columns).tolist() == [2, 2, 2, 2, 1, 0, 0, 0]


def test_random_strings_rise_and_fall_and_close_too_much_only_if_told() -> None:
    tidy = random_strings(np.random.default_rng(1), 200, 40)
    assert tidy.shape == (40, 200)
    assert depths(tidy).min() == 0
    assert depths(tidy).max() > 15
    assert 0.05 < np.mean(answers(tidy) == 1) < 0.4
    untidy = random_strings(np.random.default_rng(1), 200, 40, overclosed=1.0)
    assert depths(untidy).min() < -3


# ---- training ----------------------------------------------------------------------------------


def test_gradients_agree_with_finite_differences() -> None:
    rng = np.random.default_rng(3)
    reader = training.untrained(rng)
    columns = random_strings(rng, 5, 7, overclosed=0.5)
    _, gradients = training.loss_and_gradients(reader, columns)
    for name, value in reader.parameters.items():
        direction = rng.standard_normal(value.shape)
        loss = {
            sign: training.loss_and_gradients(
                training.Reader.of({**reader.parameters, name: value + sign * 1e-5 * direction}),
                columns,
            )[0]
            for sign in (-1, 1)
        }
        slope = (loss[1] - loss[-1]) / 2e-5
        assert slope == pytest.approx(np.sum(gradients[name] * direction), rel=1e-6, abs=1e-9)


def test_a_few_steps_reduce_the_loss() -> None:
    losses = [loss for loss, _ in zip_steps(300)]
    assert np.mean(losses[-20:]) < 0.6 * np.mean(losses[:20])


def zip_steps(count: int) -> list[tuple[float, training.Reader]]:
    return [step for step, _ in zip(training.training(), range(count), strict=False)]


def test_training_again_gives_the_shipped_weights() -> None:
    # About 10 s. On one machine the files agree bit for bit; another machine may round differently.
    again = training.trained().parameters
    for name, value in shipped().reader.parameters.items():
        np.testing.assert_allclose(again[name], value, rtol=0, atol=1e-9, err_msg=name)


def test_renumbering_and_turning_units_does_not_change_the_answers() -> None:
    _, reader = zip_steps(150)[-1]
    arranged = training.counting_first(reader)
    x = one_hot(random_strings(np.random.default_rng(0), 50, 30, overclosed=0.5))
    before, after = reader.cell.run(x), arranged.cell.run(x)
    assert arranged.probabilities(after) == pytest.approx(reader.probabilities(before), abs=1e-12)
    assert np.sort(np.abs(after.c)) == pytest.approx(np.sort(np.abs(before.c)), abs=1e-12)


def test_the_command_trains_scores_and_writes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "brackets.npz"
    monkeypatch.setattr(training, "STEPS", 1000)
    monkeypatch.setattr(command, "FILE", file)
    monkeypatch.setattr("sys.argv", ["brackets"])
    command.main()
    first = file.read_bytes()
    command.main()
    assert file.read_bytes() == first
    assert load(file).made["steps"] == 1000
    assert load(file).scores["length 2 to 20, as trained"].per_step > 0.95
    assert "length 100 to 200" in capsys.readouterr().out


# ---- what ships --------------------------------------------------------------------------------


def test_the_file_says_how_it_was_made() -> None:
    assert dict(shipped().made) == training.made()


def test_scores_in_the_file_are_those_measured_afresh(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    measured = scores.all_scores(shipped().reader)
    assert list(measured) == list(shipped().scores) == list(scores.TESTS)
    for name, score in measured.items():
        said = dataclasses.asdict(shipped().scores[name])
        # A step that stands on the edge may fall to the other side where rounding differs.
        assert dataclasses.asdict(score) == pytest.approx(said, abs=2e-3)
    monkeypatch.setattr("sys.argv", ["brackets", "--score"])
    command.main()
    printed = capsys.readouterr().out
    assert all(name in printed for name in measured)
    assert all(f"{score.per_string:.4f}" in printed for score in measured.values())


def test_it_is_right_about_strings_ten_times_as_long_as_it_was_trained_on() -> None:
    assert shipped().made["lengths"][1] == 20
    far = shipped().scores["length 100 to 200"]
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


def test_other_inputs_and_sizes_are_refused() -> None:
    with pytest.raises(ValueError, match="columns must be"):
        brackets.build(from_sentence("a b c"), 3, 0)
    with pytest.raises(ValueError, match="hidden_size must be 3, as trained, got 2"):
        brackets.build(from_brackets("()"), 2, 0)
