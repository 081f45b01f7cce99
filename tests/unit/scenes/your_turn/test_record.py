"""The numbers of one step: fair ones, what follows from what, and how answers are judged."""

from itertools import combinations

import numpy as np
import pytest

from lstm_viz.lesson.misconceptions import misconception
from lstm_viz.notation import number, read_number
from lstm_viz.scenes.your_turn.record.judge import Kind, judge, own_values, passed
from lstm_viz.scenes.your_turn.record.sums import STEPS, follows, slips
from lstm_viz.scenes.your_turn.record.task import Task, example, fresh, parts, size
from lstm_viz.signals import LSTM_SIGNALS, shares
from tests.each import for_each

SEEDS = range(1, 101)


def exact(task: Task, step: str) -> float:
    return task.exact[step].item()


def rounded(value: float) -> float:
    return read_number(number(value))


@for_each("units, inputs", [(1, 1), (2, 3), (3, 1)])
def test_each_number_follows_from_those_before_as_the_core_has_it(units: int, inputs: int) -> None:
    task = example(units, inputs)
    assert len(task.numbers) == size(units, inputs)
    values: dict[str, np.ndarray] = {}
    for step in STEPS:
        values[step] = follows(task.given, step, values)
        np.testing.assert_allclose(values[step], getattr(task.trace, step)[0], atol=1e-12)


def test_other_numbers_stand_where_they_were_put() -> None:
    task = example(2, 3)
    changed = task.with_part([1, 2, 3, 4, 5, 6], "weight_ih", "g")
    assert changed.part("weight_ih", "g").tolist() == [[1, 2, 3], [4, 5, 6]]
    changed = changed.with_part([0.5, -0.5], "h")
    assert changed.part("h").tolist() == [0.5, -0.5]
    others = [name for name in parts(2, 3) if name not in ("weight_ih", "h")]
    assert all(np.array_equal(changed.part(name), task.part(name)) for name in others)
    assert np.array_equal(changed.part("weight_ih", "f"), task.part("weight_ih", "f"))


@for_each("seed", SEEDS)
def test_fresh_numbers_are_fair(seed: int) -> None:
    task = fresh(seed)
    assert all(10 * one == pytest.approx(round(10 * one)) for one in task.numbers)
    for gate, other in combinations(shares(LSTM_SIGNALS), 2):
        assert abs(exact(task, gate) - exact(task, other)) >= 0.02
    for step in STEPS:
        wrong = list(slips(task.given, step, task.exact))
        assert wrong, step
        for slip in wrong:
            assert misconception(slip.believes)
            assert number(slip.value.item()) != number(exact(task, step)), (step, slip.believes)
        for one, two in combinations(wrong, 2):
            if one.believes != two.believes:
                assert number(one.value.item()) != number(two.value.item()), step


def test_a_seed_has_its_numbers_and_another_has_others() -> None:
    assert fresh(7).numbers == fresh(7).numbers
    assert len({fresh(seed).numbers for seed in SEEDS}) == len(SEEDS)


@for_each("seed", range(1, 31))
def test_who_reckons_on_with_rounded_numbers_is_right_all_the_way(seed: int) -> None:
    """Each result is rounded to two decimals, and the next is made of what was rounded."""
    task, answers = fresh(seed), {}
    for step in STEPS:
        answers[step] = (rounded(follows(task.given, step, own_values(task, answers)).item()),)
    assert passed(task, answers) == set(STEPS)


@for_each("seed", range(1, 31))
def test_what_a_misconception_gives_is_told_as_that(seed: int) -> None:
    task = fresh(seed)
    for step in STEPS:
        for slip in slips(task.given, step, task.exact):
            (verdict,) = judge(task, step, (rounded(slip.value.item()),), {})
            assert (verdict.kind, verdict.believes) == (Kind.BELIEF, slip.believes), step


def test_right_own_and_wrong() -> None:
    task = fresh(1)

    def kind(step: str, value: float, **before: tuple[float, ...]) -> Kind:
        return judge(task, step, (value,), before)[0].kind

    h = exact(task, "h")
    assert kind("h", rounded(h)) is Kind.RIGHT and kind("h", h) is Kind.RIGHT
    assert kind("h", rounded(h) + 0.01) is Kind.WRONG
    # Another c before makes another h, which is right for who has that c, and for nobody else.
    own = rounded(exact(task, "o") * np.tanh(0.3))
    assert kind("h", own, c=(0.3,)) is Kind.OWN
    assert kind("h", own) is Kind.WRONG
    assert kind("h", rounded(h), c=(0.3,)) is Kind.RIGHT


def test_each_unit_is_judged_by_itself() -> None:
    task = example(3, 2)
    said = [rounded(value) for value in task.exact["c"]]
    said[1] += 0.5
    verdicts = judge(task, "c", said, {})
    assert [verdict.passes for verdict in verdicts] == [True, False, True]
    assert passed(task, {"c": tuple(said)}) == set()
