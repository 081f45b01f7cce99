"""Every network that ships has a recipe, can do its task, and scores what its file says."""

from functools import cache

import pytest

from lstm_viz.learn import Model
from lstm_viz.networks.header import header_length
from lstm_viz.networks.recipes import RECIPES, Measured, MissingDataError, Recipe
from lstm_viz.networks.recipes.for_task import HELD_OUT_SEED, Settings, drawn
from lstm_viz.networks.recipes.recipe import Report
from lstm_viz.networks.stored import SHIPPED, Stored, load, to_bytes
from lstm_viz.tasks import TASKS

measures = pytest.mark.trains("networks")
LARGE = ("chorales", "chorales-gru", "chorales-rnn", "plays")
"""Of data that a package brings."""
QUICK = Settings(task="parity", size=4, hidden_size=3, seed=5, steps=20, shortest=2)


@cache
def measured(name: str) -> Measured:
    """A fresh score."""
    try:
        return RECIPES[name].measure(load(name))
    except MissingDataError as missing:
        pytest.skip(str(missing))


def test_what_ships_is_what_has_a_recipe() -> None:
    assert list(SHIPPED) == list(RECIPES)
    assert {load(name).metadata["task"] for name in SHIPPED} >= set(TASKS) - {"next-character"}


@measures
@pytest.mark.parametrize("name", SHIPPED)
def test_a_fresh_score_is_the_one_in_the_file(name: str) -> None:
    said, found = Measured.of(load(name).metadata), measured(name)
    # An answer that stands on the edge may fall to the other side where rounding differs.
    assert found.score == pytest.approx(said.score, abs=2e-3)
    assert found.chance == pytest.approx(said.chance, abs=1e-4)
    assert (found.score_name, found.chance_name) == (said.score_name, said.chance_name)


@measures
@pytest.mark.parametrize("name", [name for name in SHIPPED if name not in (*LARGE, "basket-rnn")])
def test_a_shipped_network_solves_its_task_with_a_memory(name: str) -> None:
    task, found = TASKS[load(name).metadata["task"]], measured(name)
    assert found.score >= task.good_enough
    assert found.score > found.chance + 0.1


@pytest.mark.parametrize("name", [name for name in SHIPPED if name not in LARGE])
def test_a_network_of_a_task_is_small_enough_to_be_read(name: str) -> None:
    model = load(name).model
    assert len(model.layers) == 1
    assert model.hidden_size <= 16
    assert load(name).metadata["seed"] != str(HELD_OUT_SEED)


@measures
def test_making_the_quickest_one_twice_gives_the_same_bytes() -> None:
    # Not the shipped bytes: another machine may round differently.
    first, second = (RECIPES["parity"].made(lambda line: None) for _ in range(2))
    assert to_bytes(first) == to_bytes(second)
    assert float(first.metadata["score"]) >= TASKS["parity"].good_enough
    made_again = {k: text for k, text in first.metadata.items() if k not in ("score", "chance")}
    assert made_again.items() <= load("parity").metadata.items()


@measures
def test_settings_reach_the_training_and_the_file() -> None:
    told: list[str] = []

    def made(**changes: object) -> Stored:
        return drawn("quick", Settings(**{**vars(QUICK), **changes})).made(told.append)

    stored = made()
    assert stored.model.parameters["layers.0.weight_hh"].shape == (12, 3)
    assert (stored.metadata["steps"], stored.metadata["seed"], stored.metadata["size"]) == (
        "20",
        "5",
        "4",
    )
    assert stored.metadata["made_by"] == "python -m lstm_viz.networks make quick"
    assert '"shortest": 2' in stored.metadata["settings"]
    for other in ({"seed": 6}, {"steps": 21}, {"learning_rate": 0.1}, {"batch_size": 8}):
        assert weights(made(**other)) != weights(stored)
    for other in ({"shortest": None}, {"forget_bias": 2.0}):
        assert weights(made(**other)) != weights(stored)
    assert made(cell="gru").model.kind == "gru"
    assert len(made(layers=2).model.layers) == 2
    assert told == []
    made(steps=500)
    assert told[0].startswith("step    500  loss ")


def weights(stored: Stored) -> bytes:
    data = to_bytes(stored)
    return data[8 + header_length(data) :]


def test_a_recipe_adds_to_the_trained_network_what_was_measured() -> None:
    parity = load("parity")

    def train(tell: Report) -> Stored:
        tell("training")
        metadata = {"name": "x", "task": "parity", "size": "9"}
        return Stored(Model.from_parameters("lstm", parity.model.parameters), metadata)

    def measure(stored: Stored) -> Measured:
        return Measured(2.25, "bits a character", 3.0, "a trigram model", {"unigram_bits": "4.5"})

    made = Recipe("mine", train, measure).made(lambda line: None)
    assert made.metadata["name"] == "mine"
    assert made.metadata["score"] == "2.25"
    assert made.metadata["unigram_bits"] == "4.5"
    assert Measured.of(made.metadata) == Measured(2.25, "bits a character", 3.0, "a trigram model")
