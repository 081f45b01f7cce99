"""Trainings on the tasks can be pickled between two steps, and come out the same to the bit."""

import pickle

import numpy as np

from lstm_viz.learn import Model, train
from lstm_viz.networks.recipes import basket
from lstm_viz.tasks import TASKS
from lstm_viz.tasks.drawn import Batches, HeldOutScore

STEPS = 8


def steps_on(task):
    """A training with a score at every second step."""
    size, rng = task.sizes[0], np.random.default_rng(3)
    model = Model.init(
        input_size=len(task.inputs), hidden_size=4, output_size=len(task.outputs), rng=rng
    )
    score = HeldOutScore(task, task.test_examples(16, rng, size))
    batches = Batches(task, 8, rng, size)
    return train(model, batches, loss=task.loss, steps=STEPS, score=score, score_every=2)


def pickled(steps):
    """The same steps, with the training sent away and back before each."""
    while True:
        steps = pickle.loads(pickle.dumps(steps, 5))
        step = next(steps, None)
        if step is None:
            return
        yield step


def bytes_of(model):
    return [array.tobytes() for array in model.parameters.values()]


def test_a_training_on_each_task_goes_on_from_a_pickle_as_if_it_had_not_been_one():
    for task in TASKS.values():
        unbroken, broken = list(steps_on(task)), list(pickled(steps_on(task)))
        assert [p.step for p in broken] == [p.step for p in unbroken], task.id
        assert [(p.loss, p.score) for p in broken] == [(p.loss, p.score) for p in unbroken], task.id
        assert bytes_of(broken[-1].model) == bytes_of(unbroken[-1].model), task.id


def test_a_task_is_pickled_by_its_name():
    for task in TASKS.values():
        assert pickle.loads(pickle.dumps(task)) is task


def test_what_was_read_only_still_is():
    steps = steps_on(TASKS["parity"])
    again = pickle.loads(pickle.dumps(next(steps).model, 5))
    assert not any(array.flags.writeable for array in again.parameters.values())


def test_the_training_of_the_basket_goes_on_from_a_pickle_too():
    for cell in ("lstm", "rnn"):
        unbroken = list(basket.training(cell, 0, steps=4))
        broken = list(pickled(basket.training(cell, 0, steps=4)))
        assert [(step, loss) for step, loss, _ in broken] == [(s, loss) for s, loss, _ in unbroken]
        assert bytes_of(broken[-1][2]) == bytes_of(unbroken[-1][2])
