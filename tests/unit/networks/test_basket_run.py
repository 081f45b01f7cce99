"""The recorded trainings of the networks that read Mia's basket: the file, and what it leads to."""

import json
from pathlib import Path

import numpy as np
import pytest

from lstm_viz.learn import Model
from lstm_viz.networks import __main__ as command
from lstm_viz.networks import basket, basket_run
from lstm_viz.networks.basket_run import (
    COMMAND,
    LSTM,
    NO_PENALTY,
    OTHER,
    OTHER_BIAS,
    RNN,
    STEPS,
    look,
    metadata,
    recorded,
)
from lstm_viz.networks.recipes import basket as recipe
from lstm_viz.tasks.basket import BASKET, WORDS, answers, columns, examples_of

NAMES = (LSTM, OTHER, NO_PENALTY, RNN)


def outputs(model: Model) -> np.ndarray:
    return model.run(examples_of(recipe.stories(20, seed=5)).x).outputs


def test_the_recorded_trainings_end_in_the_networks_that_ship() -> None:
    for name, shipped in ((LSTM, basket.LSTM), (RNN, basket.RNN)):
        last = recorded(name).checkpoints[-1]
        assert last.step == recipe.STEPS
        for key, array in basket.model(shipped).parameters.items():
            np.testing.assert_allclose(last.model.parameters[key], array, atol=1e-5)


def test_the_file_tells_how_it_was_made() -> None:
    told = metadata()
    assert told["made_by"] == COMMAND and int(told["steps"]) == recipe.STEPS
    assert tuple(json.loads(told["checkpoints"])) == STEPS
    assert set(json.loads(told["seeds"])) == set(json.loads(told["seconds"])) == set(NAMES)
    assert json.loads(told["forget_bias"]) == {LSTM: recipe.FORGET_BIAS, OTHER: OTHER_BIAS}
    for name in NAMES:
        run = recorded(name)
        assert tuple(one.step for one in run.checkpoints) == STEPS
        assert run.cell == ("rnn" if name == RNN else "lstm")


def test_each_training_begins_as_its_recipe_says() -> None:
    for name, cell in ((LSTM, "lstm"), (OTHER, "lstm"), (NO_PENALTY, "lstm"), (RNN, "rnn")):
        run = recorded(name)
        bias = recipe.FORGET_BIAS if run.forget_bias is None else run.forget_bias
        first = recipe.untrained(cell, run.seed, bias)
        np.testing.assert_allclose(
            outputs(run.checkpoints[0].model), outputs(first), atol=1e-5, err_msg=name
        )


@pytest.mark.trains("networks")
def test_training_again_leads_to_the_same_checkpoint() -> None:
    """Another machine may round otherwise, and soon ends up elsewhere: the first 25 steps."""
    training = recipe.training("lstm", recipe.SEED)
    step, _, model = [next(training) for _ in range(25)][-1]
    np.testing.assert_allclose(outputs(model), outputs(recorded(LSTM).at(step).model), atol=1e-3)


def test_a_checkpoint_is_measured_at_the_questions_and_word_by_word() -> None:
    model = basket.model()
    stories = recipe.stories(basket_run.HELD_OUT, basket_run.HELD_OUT_SEED)
    found, examples = look(7, model), examples_of(stories)
    forward = model.run(examples.x)
    assert found.step == 7
    assert found.right == BASKET.score(forward.outputs, examples)
    errors = [
        np.square(forward.outputs[t, b] - wanted).mean()
        for b, words in enumerate(stories)
        for t, wanted in enumerate(answers(words))
        if words[t].endswith("?")
    ]
    assert found.loss == pytest.approx(np.mean(errors))
    at = columns(stories) == WORDS.index("sings")
    np.testing.assert_allclose(
        found.gates["f"][WORDS.index("sings")], forward.traces[0].f[at].mean(axis=0)
    )
    assert not look(0, basket.model(basket.RNN)).gates, "an RNN has none"


def test_record_writes_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(command, "FILE", tmp_path / "basket.safetensors")
    models = {name: [one.model for one in recorded(name).checkpoints] for name in NAMES}
    data = basket_run.to_bytes(models, {"steps": "1"})
    monkeypatch.setattr(command, "recorded_anew", lambda tell: data)
    command.main(["record"])
    assert (tmp_path / "basket.safetensors").read_bytes() == data
    assert "basket: wrote " in capsys.readouterr().out
    assert data == basket_run.to_bytes(models, {"steps": "1"}), "the same bytes every time"
