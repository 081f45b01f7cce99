"""The network: gradients against differences, its captions against runs step by step."""

import numpy as np
import pytest

from lstm_viz.learn import softmax
from lstm_viz.networks.captions.captioner import (
    INDEX,
    MOST,
    READ,
    Captioner,
    targets,
    until_end,
)
from lstm_viz.networks.captions.describe import BLOCKS, COVER, covered, describe
from lstm_viz.networks.captions.encoder import Encoder
from lstm_viz.networks.captions.file import from_bytes, shipped, to_bytes
from lstm_viz.networks.captions.look import look
from lstm_viz.networks.captions.scenes import END, SIDE, WORDS, training_scene, varied
from lstm_viz.networks.captions.scores import SETS, held_out, score
from lstm_viz.networks.recipes import captions as recipe
from lstm_viz.notation import percent
from tests.browser.server import ROOT

BATCH = 3


def small(seed: int = 0) -> Captioner:
    rng = np.random.default_rng(seed)
    made = Captioner.init(near=3, far=4, features=5, hidden_size=6, rng=rng)
    return made.astype(np.float64)


def examples() -> tuple:
    rng = np.random.default_rng(1)
    scenes = [training_scene(rng) for _ in range(BATCH)]
    pictures = varied(np.array([scene.picture for scene in scenes]), rng).astype(np.float64)
    words, mask = targets([scene.caption for scene in scenes])
    hidden = rng.random(words[1:].shape) < 0.3
    return pictures, words, mask, hidden


def test_gradients_are_those_that_differences_give() -> None:
    captioner, given = small(), examples()
    _, gradients = captioner.loss_and_gradients(*given)
    assert set(gradients) == set(captioner.parameters)
    rng = np.random.default_rng(2)
    for name, array in captioner.parameters.items():
        places = {int(np.abs(gradients[name]).argmax()), *rng.integers(array.size, size=3)}
        for place in places:
            found = []
            for step in (1e-6, -1e-6):
                moved = {n: a.copy() for n, a in captioner.parameters.items()}
                moved[name].flat[place] += step
                found.append(Captioner.from_parameters(moved).loss_and_gradients(*given)[0])
            by_difference = (found[0] - found[1]) / 2e-6
            assert gradients[name].flat[place] == pytest.approx(by_difference, abs=2e-8), name


def test_a_convolution_has_the_same_weights_everywhere() -> None:
    encoder = Encoder.init(near=4, far=5, features=3, rng=np.random.default_rng(0))
    pictures = np.ones((2, SIDE, SIDE, 3))
    pictures[0, 4:7, 4:7], pictures[1, 8:11, 8:11] = 0.2, 0.2
    near = encoder.run(pictures).near.reshape(2, SIDE // 2, SIDE // 2, -1)
    assert np.allclose(near[0, 1:5, 1:5], near[1, 3:7, 3:7])
    far = encoder.run(pictures).far.reshape(2, SIDE // 4, SIDE // 4, -1)
    assert np.allclose(far[0, :3, :3], far[1, 1:, 1:])


def test_the_features_come_first_and_then_words() -> None:
    captioner = small()
    x = captioner.inputs(np.full((1, 5), 0.5), np.array([[INDEX["red"]], [READ]]))
    assert x.shape == (3, 1, 5 + READ)
    assert (x[0, 0, :5] == 0.5).all() and not x[0, 0, 5:].any()
    assert x[1, 0].nonzero()[0].tolist() == [5 + INDEX["red"]]
    assert not x[2].any(), "nothing is read after the end"


def test_targets_end_and_count_no_further() -> None:
    words, mask = targets([("a", "red", "bar"), ("a", "red", "bar", "at", "the", "left")])
    assert [WORDS[k] for k in words[:4, 0]] == ["a", "red", "bar", END]
    assert mask.sum(axis=0).tolist() == [4, 7]
    assert until_end(("a", END, "a")) == ("a",) and until_end(("a", "a")) == ("a", "a")


def test_a_description_is_the_captions_of_a_batch_with_all_that_went_on() -> None:
    captioner, (_, pictures) = shipped().captioner, held_out("combined", 12)
    for picture, caption in zip(pictures, captioner.captions(pictures), strict=True):
        found = describe(captioner, picture)
        assert found.caption == caption and len(found) <= MOST
        assert found.probabilities.sum(axis=1) == pytest.approx(np.ones(len(found)))
        assert all(found.weighed(t, 1)[0] == (found.said[t], found.sure(t))
                   for t in range(len(found)))  # fmt: skip
        assert found.read(0) == "" and found.read(1) == found.said[0]


def test_falls_are_what_covering_a_block_takes_away() -> None:
    captioner, (_, pictures) = shipped().captioner, held_out("new", 1)
    picture = pictures[0].astype(np.float64)
    found = describe(captioner, picture)
    row, column = 3, 4
    hidden = picture.copy()
    hidden[5:9, 7:11] = 1.0
    assert COVER == 4 and np.array_equal(covered(picture)[row * BLOCKS + column], hidden)
    features = captioner.encoder.run(hidden[np.newaxis]).features
    words = np.array([[INDEX[word]] for word in found.said[:-1]])
    outputs = captioner.model.run(captioner.inputs(features, words)).outputs[:, 0]
    for t, word in enumerate(found.said):
        left = softmax(outputs)[t, INDEX[word]]
        assert found.falls[t, row, column] == pytest.approx(found.sure(t) - left, abs=1e-12)
    assert covered(picture).shape == (BLOCKS**2, SIDE, SIDE, 3)


def test_what_ships_is_read_back_and_tells_how_it_was_made() -> None:
    found = shipped()
    again = from_bytes(to_bytes(found.captioner.astype(np.float32), found.metadata))
    for name, array in found.captioner.parameters.items():
        assert np.array_equal(again.captioner.parameters[name], array)
    assert {**recipe.about()}.items() <= dict(found.metadata).items()
    with pytest.raises(ValueError, match="Expected"):
        from_bytes(b"nothing of the kind")


@pytest.mark.trains("networks")
def test_fresh_scores_are_those_in_the_file() -> None:
    found = shipped()
    fresh = recipe.measured(found.captioner)
    again = from_bytes(to_bytes(found.captioner, {**found.metadata, **fresh}))
    for name in SETS:
        for mine, said in [(again.scores, found.scores), (again.rival, found.rival)]:
            assert mine[name].exact == pytest.approx(said[name].exact, abs=3e-3), name
            assert mine[name].words == pytest.approx(said[name].words, abs=3e-3), name
    assert (again.look.unit, again.look.gate, again.look.kind) == (
        found.look.unit, found.look.gate, found.look.kind,
    )  # fmt: skip
    assert again.look.shut == pytest.approx(found.look.shut, abs=3e-3)


def test_it_is_better_than_its_rival_and_says_no_word_that_it_has_not() -> None:
    found = shipped()
    for name in ("new", "placed", "combined"):
        assert found.scores[name].exact > found.rival[name].exact
    for name in ("form", "colour"):
        assert found.scores[name].exact == 0 == found.rival[name].exact
    assert score(found.captioner.captions, "new", 100).exact > 0.8


def test_the_gate_to_look_at_opens_most_at_its_kind_of_word() -> None:
    found = look(shipped().captioner)
    assert found == shipped().look or found.inside == pytest.approx(shipped().look.inside, abs=1e-4)
    assert found.inside - found.outside > 0.3 and found.shut < found.right


def test_a_few_steps_of_training_are_the_same_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recipe, "SCENES", 64)
    runs = [[(step, loss) for step, loss, _ in recipe.training(steps=3)] for _ in range(2)]
    assert runs[0] == runs[1] and [step for step, _ in runs[0]] == [1, 2, 3]


def test_the_readme_says_what_was_measured() -> None:
    readme = " ".join((ROOT / "README.md").read_text("utf-8").split())
    scores = shipped().scores
    assert f"{percent(scores['new'].exact)} are captioned exactly" in readme
    assert f"never came together in training {percent(scores['combined'].exact)}" in readme
