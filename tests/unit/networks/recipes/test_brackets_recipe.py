"""What ships is what the recipe makes."""

from dataclasses import asdict

import numpy as np
import pytest

from lstm_viz.learn import Adam, Model, cross_entropy
from lstm_viz.networks.brackets import HIDDEN_SIZE, scores
from lstm_viz.networks.recipes import brackets
from lstm_viz.networks.recipes.bracket_scores import TESTS, all_scores
from lstm_viz.networks.stored import load
from lstm_viz.tasks.bracket_strings import answers, random_strings
from lstm_viz.tasks.sampling import one_hot


def partly_trained(steps: int) -> tuple[list[float], Model]:
    rng = np.random.default_rng(brackets.SEED)
    model, adam, losses = brackets.untrained(rng), Adam(brackets.LEARNING_RATE), []
    for _ in range(steps):
        loss, model = brackets.step(model, adam, rng)
        losses.append(loss)
    return losses, model


@pytest.mark.trains("brackets")
def test_a_few_steps_reduce_the_loss() -> None:
    losses, _ = partly_trained(300)
    assert np.mean(losses[-20:]) < 0.6 * np.mean(losses[:20])


def test_noise_is_on_the_cell_alone() -> None:
    model = brackets.untrained(np.random.default_rng(0))
    noisy = brackets.perturbed(model, np.random.default_rng(1))
    for name, value in noisy.parameters.items():
        off = np.abs(value - model.parameters[name])
        if name.startswith("head"):
            assert off.max() == 0
        else:
            assert 0.5 < off.std() + off.mean() < 3


@pytest.mark.trains("brackets")
def test_recurrent_weights_are_pulled_towards_0(monkeypatch: pytest.MonkeyPatch) -> None:
    def size(decay: float) -> float:
        monkeypatch.setattr(brackets, "FEEDBACK_DECAY", decay)
        return float(np.abs(partly_trained(200)[1].parameters[brackets.RECURRENT]).mean())

    assert size(1.0) < 0.2 * size(0.0)


def test_renumbering_and_turning_units_does_not_change_the_answers() -> None:
    _, model = partly_trained(150)
    arranged = brackets.counting_first(model)
    columns = random_strings(np.random.default_rng(0), 50, 30, overclosed=0.5)
    before, after = (network.run(one_hot(columns, 3)) for network in (model, arranged))
    assert after.outputs == pytest.approx(before.outputs, abs=1e-12)
    old, new = before.traces[0].c, after.traces[0].c
    assert np.sort(np.abs(new)) == pytest.approx(np.sort(np.abs(old)), abs=1e-12)
    targets = answers(columns)
    assert cross_entropy(after.outputs, targets).value == pytest.approx(
        cross_entropy(before.outputs, targets).value
    )


@pytest.mark.trains("brackets")
def test_training_again_gives_the_shipped_weights() -> None:
    # On one machine the files agree bit for bit; another machine may round differently.
    told: list[str] = []
    again = brackets.train(told.append)
    shipped = load("brackets")
    assert len(again.model.layers[0].weight_hh[0]) == HIDDEN_SIZE
    for name, value in shipped.model.parameters.items():
        np.testing.assert_allclose(
            again.model.parameters[name], value, rtol=0, atol=1e-9, err_msg=name
        )
    for name, text in again.metadata.items():
        assert shipped.metadata[name] == text
    assert told[-1].startswith("step 10,000  loss 0.0")


@pytest.mark.trains("brackets")
def test_scores_in_the_file_are_those_measured_afresh() -> None:
    measured = all_scores(load("brackets").model)
    assert list(measured) == list(scores()) == list(TESTS)
    for name, score in measured.items():
        # A step that stands on the edge may fall to the other side where rounding differs.
        assert asdict(score) == pytest.approx(asdict(scores()[name]), abs=2e-3)
