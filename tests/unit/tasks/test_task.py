"""What all tasks have in common."""

import dataclasses

import numpy as np
import pytest

from lstm_viz.learn import LOSSES, Model, train
from lstm_viz.tasks import TASKS, Examples, Task
from tests.unit.tasks.deciding import saying

ALL = pytest.mark.parametrize("task", TASKS.values(), ids=list(TASKS))


def draw(task: Task, seed: int = 0, count: int = 6, size: int | None = None) -> Examples:
    return task.examples(count, np.random.default_rng(seed), size or task.sizes[2])


def perfect(task: Task, examples: Examples) -> np.ndarray:
    if task.loss == "squared_error":
        return examples.targets
    return 100 * saying(examples.targets, len(task.outputs))


def test_the_tasks_have_the_ids_that_links_and_files_use() -> None:
    assert list(TASKS) == [
        "basket", "first-symbol", "parity", "brackets", "anbn", "adding", "copying", "reber",
        "next-character",
    ]  # fmt: skip
    assert all(id == task.id for id, task in TASKS.items())


@ALL
def test_arrays_fit_the_named_inputs_and_outputs(task: Task) -> None:
    examples = draw(task)
    steps, count, inputs = examples.x.shape
    assert (count, inputs) == (6, len(task.inputs))
    assert examples.x.dtype == np.float32
    assert examples.mask.shape == (steps, count) and examples.mask.dtype == bool
    if task.loss == "squared_error":
        assert examples.targets.shape == (steps, count, len(task.outputs))
    else:
        assert examples.targets.shape == (steps, count)
        assert examples.targets.min() >= 0 and examples.targets.max() < len(task.outputs)
    assert len(examples.tokens) == count
    assert max(examples.lengths) == steps


@ALL
@pytest.mark.parametrize("which", [0, 1])
def test_nothing_is_shown_or_asked_past_a_sequence_own_end(task: Task, which: int) -> None:
    examples = draw(task, count=40, size=task.sizes[which])
    for b, length in enumerate(examples.lengths):
        assert not examples.x[length:, b].any()
        assert not examples.targets[length:, b].any()
        assert not examples.mask[length:, b].any()
        assert examples.mask[:length, b].any()
        assert examples.mask[length - 1, b]  # every task asks at the end, if not before


@ALL
def test_sequences_that_are_asked_for_nothing_more_have_no_targets_there(task: Task) -> None:
    examples = draw(task)
    assert not examples.targets[~examples.mask].any()


@ALL
def test_examples_depend_on_the_generator_alone(task: Task) -> None:
    one, same, other = draw(task, 3, 8), draw(task, 3, 8), draw(task, 4, 8)
    for name in ("x", "targets", "mask"):
        np.testing.assert_array_equal(getattr(one, name), getattr(same, name))
    assert one.tokens == same.tokens
    assert one.tokens != other.tokens


@ALL
def test_examples_cannot_be_changed(task: Task) -> None:
    examples = draw(task)
    for array in (examples.x, examples.targets, examples.mask):
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 0


@ALL
def test_a_size_below_the_lowest_and_no_examples_are_refused(task: Task) -> None:
    rng = np.random.default_rng(0)
    low, high, _ = task.sizes
    with pytest.raises(ValueError, match=f"{task.size_name} must be at least {low}, got {low - 1}"):
        task.examples(5, rng, low - 1)
    with pytest.raises(ValueError, match="count must be at least 1, got 0"):
        task.examples(0, rng, low)
    task.examples(1, rng, low)
    task.test_examples(2, rng, high)


@ALL
def test_harder_sizes_are_longer(task: Task) -> None:
    low, high, default = task.sizes
    lengths = [max(draw(task, size=size, count=50).lengths) for size in (low, default, high)]
    assert lengths == sorted(set(lengths))


@ALL
def test_the_right_answers_score_1(task: Task) -> None:
    examples = draw(task, count=30)
    assert task.score(perfect(task, examples), examples) == pytest.approx(1, abs=1e-6)


@ALL
def test_wrong_answers_score_0(task: Task) -> None:
    examples = draw(task, count=30)
    if task.loss == "squared_error":
        wrong = examples.targets + 1
    else:
        wrong = 100 * saying((examples.targets + 1) % len(task.outputs), len(task.outputs))
    assert task.score(wrong, examples) == 0


@ALL
def test_what_is_said_where_nothing_is_asked_does_not_count(task: Task) -> None:
    examples = draw(task, count=30)
    outputs = np.array(perfect(task, examples))
    outputs[~examples.mask] = np.random.default_rng(1).normal(0, 1e3, outputs.shape[-1])
    assert task.score(outputs, examples) == pytest.approx(1, abs=1e-6)


@ALL
def test_outputs_of_another_shape_are_refused(task: Task) -> None:
    examples = draw(task)
    with pytest.raises(ValueError):
        task.score(perfect(task, examples)[:-1], examples)


@ALL
def test_the_right_answers_in_words_agree_with_what_is_wanted(task: Task) -> None:
    examples = draw(task, count=5)
    outputs = perfect(task, examples)
    for b in range(5):
        wanted = task.wanted(examples, b)
        said = task.answers(outputs, examples, b)
        assert len(wanted) == len(said) == len(examples.tokens[b])
        assert [bool(w) for w in wanted] == examples.mask[: len(wanted), b].tolist()
        assert all(task.agrees(s, w) for s, w in zip(said, wanted, strict=True))
        assert task.answers(outputs[:, b], examples, b) == said


@ALL
def test_wrong_answers_in_words_disagree(task: Task) -> None:
    examples = draw(task, count=5)
    wanted = task.wanted(examples, 0)[-1]
    assert wanted
    if task.loss == "squared_error":
        values = [float(value) for value in wanted.split(", ")]
        over, near = (
            ", ".join(f"{value + off:.3f}" for value in values)
            for off in (task.tolerance + 0.002, 0.002 - task.tolerance)
        )
        assert not task.agrees(over, wanted)
        assert task.agrees(near, wanted)
    else:
        others = [name for name in task.outputs if name not in wanted.split(" or ")]
        assert others and not any(task.agrees(name, wanted) for name in others)
    assert task.agrees("anything", "")


@ALL
def test_a_network_can_be_trained_on_it(task: Task) -> None:
    rng = np.random.default_rng(0)
    low, _, default = task.sizes
    size = min(default, max(low, 10))
    model = Model.init(
        cell="lstm", input_size=len(task.inputs), hidden_size=8, output_size=len(task.outputs),
        rng=rng,
    )  # fmt: skip
    batches = [task.examples(16, rng, size).batch() for _ in range(3)] * 10
    losses = [progress.loss for progress in train(model, batches, loss=task.loss, steps=30)]
    assert losses[-1] < losses[0]


@ALL
def test_chance_is_below_what_is_good_enough(task: Task) -> None:
    assert task.loss in LOSSES
    for size in task.sizes:
        assert 0 <= task.chance(size) < task.good_enough <= 1


def test_bad_tasks_and_examples_are_refused() -> None:
    task = TASKS["parity"]
    with pytest.raises(ValueError, match=r"sizes must be \(low, high, default\)"):
        dataclasses.replace(task, sizes=(1, 10, 20))
    with pytest.raises(ValueError, match="loss must be one of"):
        dataclasses.replace(task, loss="hinge")
    good = draw(task)
    with pytest.raises(ValueError, match="for 1 sequences"):
        Examples(good.x, good.targets, good.mask, good.tokens[:1])
    with pytest.raises(ValueError, match="mask and targets must begin with"):
        Examples(good.x, good.targets, good.mask[1:], good.tokens)
