"""A stored network is shown like one trained here: an example run through it, its score."""

import json
from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.learn import Model
from lstm_viz.networks.stored import SHIPPED, Stored, from_bytes, load, to_bytes
from lstm_viz.scenes.train.record import opened as opened_module
from lstm_viz.scenes.train.record.opened import OpenedNetwork
from lstm_viz.scenes.train.record.settings import (
    FORGET_BIASES,
    LEARNING_RATES,
    MOST_UNITS,
    settings_in,
)
from lstm_viz.scenes.train.record.training import HELD_OUT, Training
from lstm_viz.scenes.train.words.captions import checkpoint_caption
from tests.unit.scenes.train.trained import SMALL, trained

STORED = [name for name in SHIPPED if name != "plays" and not name.startswith("chorales")]


def opened(**metadata: str) -> OpenedNetwork:
    told_of = {"name": "mine", "task": SMALL.task, "size": str(SMALL.size), **metadata}
    return OpenedNetwork(Stored(trained(SMALL).model, told_of))


@pytest.mark.parametrize("name", STORED)
def test_a_shipped_network_is_run_and_scored_afresh(name):
    stored = load(name)
    found = OpenedNetwork(stored)
    watched, (checkpoint,) = found.record, found.record.checkpoints
    assert checkpoint.score == pytest.approx(float(stored.metadata["score"]), abs=0.05)
    assert len(checkpoint.trace) == len(watched.tokens) == len(watched.wanted)
    again = stored.model.astype(np.float64).run(checkpoint.trace.x)
    np.testing.assert_array_equal(again.traces[0].h, checkpoint.trace.h)
    assert checkpoint.says == found.task.answers(again.outputs, examples_of(found), 0)
    assert checkpoint.step == int(stored.metadata["steps"])
    assert found.ended and watched.opened
    assert stored.metadata["name"] in watched.ended


def examples_of(found: OpenedNetwork):
    """Examples of which answers need to know only how long they are."""
    examples = found.task.examples(1, np.random.default_rng(0), int(found.record.settings.size))
    return replace(examples, tokens=(found.record.tokens,))


def test_one_of_the_menu_apply_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match=r"^Expected a network of .*, got one of 'next-chord'\.$"):
        OpenedNetwork(load("chorales"))


def test_one_that_was_trained_here_has_the_example_and_the_score_it_had():
    before = trained(SMALL).record
    after = opened(seed=str(SMALL.seed), steps="3").record
    assert after.tokens == before.tokens
    assert after.checkpoints[0].score == before.checkpoints[-1].score


def test_a_large_network_is_scored_a_few_sequences_at_a_time(monkeypatch):
    whole = opened().record.checkpoints[0].score
    monkeypatch.setattr(opened_module, "AT_ONCE", 5 * SMALL.size * SMALL.hidden_size)
    counts = []

    class Counting(Model):
        def run(self, x, *args, **kwargs):
            counts.append(x.shape[1] if x.ndim == 3 else 0)
            return super().run(x, *args, **kwargs)

    model = trained(SMALL).model
    counting = Counting(model.layers, model.head)
    stored = Stored(counting, {"name": "mine", "task": SMALL.task, "size": str(SMALL.size)})
    assert OpenedNetwork(stored).record.checkpoints[0].score == pytest.approx(whole)
    assert max(counts) == 5 and sum(counts) == HELD_OUT


def test_it_does_not_train():
    found = opened()
    before = {name: array.copy() for name, array in found.model.parameters.items()}
    record = found.record
    found.go(1e9)
    found.rest()
    assert found.record is record
    for name, array in found.model.parameters.items():
        np.testing.assert_array_equal(array, before[name])


def test_what_is_said_of_it_says_nothing_of_its_training():
    found = opened()
    words = checkpoint_caption(found.record, found.record.checkpoints[0])
    assert words.title == "Opened from a file"
    assert "random" not in words.sentence and "it has" not in words.sentence
    assert "score" in words.sentence


def test_a_network_that_reads_other_characters_is_refused_in_a_sentence():
    with pytest.raises(ValueError, match="27 characters of the made-up sentences, got") as found:
        OpenedNetwork(load("plays"))
    assert "'plays', which reads 78 of its own" in str(found.value)
    assert "\n" not in str(found.value)


def opened_about() -> dict[str, str]:
    return {"name": "mine", "task": SMALL.task, "size": "8"}


def test_the_settings_it_was_trained_with_can_be_set_again():
    settings = replace(SMALL, forget_bias=2.5, learning_rate=0.02, seed=17)
    training = Training(settings)
    metadata = {
        **opened_about(),
        "seed": "17",
        "steps": "60",
        "settings": json.dumps({"forget_bias": 2.5, "learning_rate": 0.02}),
    }
    found = OpenedNetwork(from_bytes(to_bytes(Stored(training.model, metadata))))
    assert found.settings == settings


@pytest.mark.parametrize(
    "told_of",
    [
        "", "[]", "null", "not JSON", "[" * 5000, '{"forget_bias": null, "learning_rate": []}',
        '{"forget_bias": "x", "steps": {}}', '{"forget_bias": NaN, "learning_rate": Infinity}',
        '{"forget_bias": 1e300, "learning_rate": -1e300}', '{"seed": 4, "learning_rate": 7}',
    ],
)  # fmt: skip
def test_settings_from_strangers_are_as_near_as_they_can_be_set(told_of):
    metadata = {**opened_about(), "cell": "gru", "settings": told_of}
    for entries in ({}, {"seed": "9" * 15, "steps": "0"}, {"seed": "0", "steps": "9" * 15}):
        found = settings_in({**metadata, **entries}, hidden_size=500)
        assert found.hidden_size == MOST_UNITS
        assert found.learning_rate in LEARNING_RATES
        assert FORGET_BIASES[0] <= found.forget_bias <= FORGET_BIASES[1]
        assert isinstance(found.seed, int) and 0 <= found.seed <= 9999
        assert isinstance(found.steps, int) and 50 <= found.steps <= 5000
        assert (found.task, found.size, found.cell) == ("brackets", 8, "gru")
