"""Training: what it does at each step, when it stops, and that it repeats itself to the bit."""

from itertools import count, islice, repeat

import numpy as np
import pytest
from numpy.testing import assert_array_equal

from lstm_viz.learn import Adam, Batch, Model, clip, cross_entropy, train
from lstm_viz.learn.bptt import forward_and_backward

T, B = 5, 4


def network(seed=0, **options):
    sizes = {"input_size": 2, "hidden_size": 6, "output_size": 3}
    return Model.init(rng=np.random.default_rng(seed), **(sizes | options))


def random_batches(seed=0, size=B, fresh=True):
    """The target is which of three parts of the line the first input lies in."""
    rng = np.random.default_rng(seed)
    while True:
        x = rng.normal(size=(T, size, 2)).astype(np.float32)
        yield Batch(x, np.digitize(x[..., 0], [-0.5, 0.5]), fresh=fresh)


def same(one, other):
    return all(a.tobytes() == other.parameters[k].tobytes() for k, a in one.parameters.items())


def test_a_step_is_pass_clip_and_adam():
    model, batch = network(), next(random_batches())
    progress = next(train(model, [batch], steps=1, learning_rate=0.03, clip=0.2))
    passed = forward_and_backward(model, batch, cross_entropy)
    assert progress.loss == passed.loss
    assert progress.gradient_norm == clip(passed.gradients, 0.2) > 0.2
    expected = Adam(0.03).moved(model.parameters, passed.gradients)
    for name, array in progress.model.parameters.items():
        assert_array_equal(array, expected[name])


@pytest.mark.parametrize("cell", ["rnn", "gru", "lstm"])
@pytest.mark.parametrize("truncate", [None, 2])
def test_the_same_seed_gives_the_same_bytes(cell, truncate):
    ends = []
    for _ in range(2):
        steps = train(network(cell=cell, layers=2), random_batches(), steps=20, truncate=truncate)
        ends.append(list(steps)[-1].model)
    assert same(*ends)
    other = list(train(network(cell=cell, layers=2), random_batches(1), steps=20))[-1].model
    assert not same(ends[0], other)


def test_training_that_nobody_asks_for_does_not_happen_and_may_go_on():
    taken = []

    def watched():
        for batch in random_batches():
            taken.append(batch)
            yield batch

    steps = train(network(), watched(), steps=10)
    assert not taken
    third = list(islice(steps, 3))[-1]
    assert (third.step, len(taken)) == (3, 3)
    rest = list(steps)
    assert [progress.step for progress in rest] == list(range(4, 11))
    unbroken = list(train(network(), random_batches(), steps=10))
    assert same(rest[-1].model, unbroken[-1].model)


def test_progress_tells_of_every_step():
    steps = list(train(network(), random_batches(), steps=5))
    assert [progress.step for progress in steps] == [1, 2, 3, 4, 5]
    assert [progress.ended for progress in steps] == ["", "", "", "", "steps"]
    for progress in steps:
        assert np.isfinite(progress.loss) and progress.gradient_norm > 0
        assert progress.examples_per_second > 0
        assert progress.score is None and progress.best is None
    assert not same(steps[0].model, steps[1].model)


def scores(values):
    """A score that gives these one after the other."""
    each = iter(values)
    return lambda model: next(each)


def test_scored_every_so_many_steps_and_at_the_end():
    score = scores([0.2, 0.5, 0.4])
    steps = list(train(network(), random_batches(), steps=5, score=score, score_every=2))
    assert [p.score for p in steps] == [None, 0.2, None, 0.5, 0.4]
    assert [p.best for p in steps] == [None, 0.2, 0.2, 0.5, 0.5]
    assert steps[-1].ended == "steps"


def test_ends_when_good_enough():
    options = {"score_every": 2, "good_enough": 0.9}
    steps = list(train(network(), random_batches(), steps=99, score=scores([0.5, 0.9]), **options))
    assert len(steps) == 4 and steps[-1].ended == "good enough" and steps[-2].ended == ""


def test_ends_when_scores_get_no_better():
    values = [0.1, 0.3, 0.2, 0.4, 0.4, 0.3, 0.2]  # 0.2 is forgiven, since 0.4 follows
    options = {"score_every": 1, "patience": 3}
    steps = list(train(network(), random_batches(), steps=99, score=scores(values), **options))
    assert len(steps) == 7 and steps[-1].ended == "no better" and steps[-1].best == 0.4


def test_a_batch_that_is_not_fresh_goes_on_from_the_state_before():
    """Two halves of a stream: the second loss is that of an unbroken run (the model stands still,
    as nearly as float64 tells, at so small a learning rate)."""
    model = network(dtype=np.float64)
    batches = random_batches()
    halves = [next(batches) for _ in range(2)]
    x, targets = (np.concatenate([getattr(b, k) for b in halves]) for k in ("x", "targets"))
    outputs = model.run(x).outputs
    going_on = [halves[0], Batch(halves[1].x, halves[1].targets, fresh=False)]
    losses = [p.loss for p in train(model, going_on, steps=2, learning_rate=1e-15)]
    assert losses[0] == pytest.approx(cross_entropy(outputs[:T], targets[:T]).value, rel=1e-9)
    assert losses[1] == pytest.approx(cross_entropy(outputs[T:], targets[T:]).value, rel=1e-9)
    from_zeros = [p.loss for p in train(model, halves, steps=2, learning_rate=1e-15)]
    assert from_zeros[0] == losses[0] and abs(from_zeros[1] - losses[1]) > 1e-4


def test_the_first_batch_has_nothing_to_go_on_from():
    model = network()
    batch = next(random_batches())
    alone = Batch(batch.x, batch.targets, fresh=False)
    losses = [next(train(model, [b], steps=1)).loss for b in (batch, alone)]
    assert losses[0] == losses[1]


def test_a_batch_that_goes_on_has_as_many_sequences():
    batches = [next(random_batches()), next(random_batches(size=3, fresh=False))]
    steps = train(network(), batches, steps=2)
    next(steps)
    with pytest.raises(ValueError, match=r"as many sequences \(4\), got 3"):
        next(steps)


def exploding(layers):
    """An RNN whose gradient grows ten-thousandfold a step."""
    model = network(cell="rnn", layers=layers)
    grown = {k: v * (1e4 if "weight_hh" in k else 1e-9) for k, v in model.parameters.items()}
    return Model.from_parameters("rnn", grown)


X, MASK = np.zeros((30, 1, 2), np.float32), np.arange(30)[:, None] == 29
CLASSES, FAR = np.zeros((30, 1), int), np.full((30, 1, 3), 1e30)


@pytest.mark.parametrize(
    ("model", "batch", "loss"),
    [
        (exploding(1), Batch(X, CLASSES, MASK), "cross_entropy"),
        (exploding(2), Batch(X, CLASSES, MASK), "cross_entropy"),
        (network(), Batch(X, FAR), "squared_error"),
        (network(), Batch(X, FAR * 1e9), "squared_error"),
    ],
    ids=["gradient", "gradient between layers", "far targets", "loss"],
)
def test_diverged_training_says_so_in_one_sentence(model, batch, loss):
    with pytest.raises(ValueError, match=r"^training diverged at step 1, .* finite: try .*$"):
        next(train(model, [batch], steps=1, loss=loss))


def test_a_wild_learning_rate_ends_in_that_sentence_too():
    rng = np.random.default_rng(0)
    batch = Batch(rng.normal(size=(T, B, 2)), rng.normal(size=(T, B, 3)))
    steps = train(network(), repeat(batch), loss="squared_error", steps=50, learning_rate=1e25)
    with pytest.raises(ValueError, match="training diverged at step 2"):
        list(steps)


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"loss": "hinge"}, "one of cross_entropy, squared_error, got 'hinge'"),
        ({"steps": 0}, "steps must be a whole number of at least 1, got 0"),
        ({"truncate": 0}, "truncate must be a whole number of at least 1, got 0"),
        ({"score_every": 1.5}, "score_every must be a whole number"),
        ({"patience": 0, "score": len}, "patience must be a whole number"),
        ({"patience": 3}, "need a score, got none"),
        ({"good_enough": 1.0}, "need a score, got none"),
        ({"clip": 0}, "clip must be above 0, got 0"),
        ({"learning_rate": -1}, "learning_rate must be a number above 0, got -1"),
    ],
)
def test_settings_are_refused_before_any_step(options, message):
    with pytest.raises(ValueError, match=message):
        train(network(), count(), **({"steps": 5} | options))


def test_batches_that_do_not_fit_or_do_not_last_are_refused():
    wide = Batch(np.zeros((T, B, 3)), np.zeros((T, B), int))
    with pytest.raises(ValueError, match=r"shape \(T, B, 2\), got \(5, 4, 3\)"):
        next(train(network(), [wide], steps=1))
    with pytest.raises(ValueError, match="batches must last 3 steps, got 2"):
        list(train(network(), islice(random_batches(), 2), steps=3))
