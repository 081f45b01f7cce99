"""How the network of chorales is made and measured, on chorales that are made up."""

import importlib.metadata

import numpy as np
import pytest

from lstm_viz.learn import Model
from lstm_viz.networks.chorales.notes import PITCHES, roll_of
from lstm_viz.networks.chorales.piece import BY_CELL, in_all_places, write_shapes
from lstm_viz.networks.recipes import chorales, chorales_data, chorales_measures
from lstm_viz.networks.recipes.chorales_data import Chorale, Split
from lstm_viz.networks.recipes.recipe import MissingDataError
from lstm_viz.networks.stored import Stored


def made_up(count: int, seed: int) -> tuple[Chorale, ...]:
    """Scales in thirds, each phrase four quarters long."""
    rng = np.random.default_rng(seed)
    found = []
    for k in range(count):
        first, length = int(rng.integers(45, 60)), int(rng.integers(50, 60))
        chords = tuple((first + t % 8, first + t % 8 + 4) for t in range(length))
        found.append(
            Chorale(f"{k}", chords, tuple(range(3, length, 4)), tuple(t % 4 for t in range(length)))
        )
    return tuple(found)


@pytest.fixture
def split(monkeypatch: pytest.MonkeyPatch) -> Split:
    found = Split(made_up(6, 0), made_up(3, 1), made_up(4, 2))
    monkeypatch.setattr(chorales_data, "split", lambda: found)
    monkeypatch.setattr(chorales, "CHOOSE_EVERY", 20)
    monkeypatch.setattr(chorales, "HIDDEN_SIZE", 12)
    return found


def test_training_learns_and_is_the_same_every_time(split: Split) -> None:
    told: list[str] = []
    made = chorales.train(told.append, steps=60)
    again = chorales.train(lambda line: None, steps=60)
    for name, array in made.model.parameters.items():
        np.testing.assert_array_equal(array, again.model.parameters[name])
    assert len(told) == 3
    before = Model.init(
        input_size=len(PITCHES), hidden_size=12, output_size=len(PITCHES),
        rng=np.random.default_rng(chorales.SEED),
    )  # fmt: skip
    held_out = [one.chords for one in split.held_out]
    after = chorales.nats_a_quarter(made.model, held_out)
    assert after < chorales.nats_a_quarter(before, held_out) / 2
    (recipe, *_) = chorales.CHORALES
    assert [one.name for one in chorales.CHORALES] == list(BY_CELL.values())
    shapes = write_shapes(chorales_measures.shapes(split.training))
    measured = recipe.measure(Stored(made.model, {**made.metadata, "shapes": shapes}))
    assert measured.score == pytest.approx(after) and measured.score_name == "nats a quarter"
    assert set(measured.also) == {"beginnings", "rivals", "wholes", "look", "form"}


def test_the_loss_is_that_of_the_chords_and_its_gradient_by_differences() -> None:
    rng = np.random.default_rng(0)
    z = rng.normal(size=(3, 2, 5))
    targets = (rng.random(z.shape) < 0.4).astype(float)
    mask = np.array([[True, True], [True, True], [True, False]])
    found = chorales.notes_loss(z, targets, mask)
    likely = 1 / (1 + np.exp(-z))
    each = -np.log(np.where(targets > 0, likely, 1 - likely)).sum(axis=-1)
    assert found.value == pytest.approx(each[mask].mean())
    for place in np.ndindex(z.shape):
        moved = z.copy()
        moved[place] += 1e-6
        slope = (chorales.notes_loss(moved, targets, mask).value - found.value) / 1e-6
        assert found.grad[place] == pytest.approx(slope, abs=1e-5)


def test_another_key_keeps_the_intervals_and_chorales_stand_side_by_side() -> None:
    rng = np.random.default_rng(0)
    low = roll_of(((37, 45), (38, 46)))
    bottoms = {int(np.flatnonzero(chorales.in_some_key(low, rng)[0])[0]) for _ in range(200)}
    assert bottoms == set(range(0, 7)), "one semitone down is all there is room for"
    for _ in range(20):
        moved = chorales.in_some_key(low, rng)
        steps = [np.flatnonzero(row) for row in moved]
        assert [np.diff(notes).tolist() for notes in steps] == [[8], [8]]
        assert steps[1][0] - steps[0][0] == 1
    batch = chorales.together([roll_of(((60,), (62,))), roll_of(((64,),))])
    assert batch.mask.tolist() == [[True, True], [True, False]]
    assert not batch.x[0].any() and batch.x[1, 0].tolist() == batch.targets[0, 0].tolist()


def test_rivals_know_how_often_and_what_goes_on() -> None:
    steady = Chorale("a", ((60,), (60,), (62,), (62,)) * 20, (), (0,) * 80)
    found = chorales_measures.rivals(Split((steady,), (), (steady,)))
    assert found.each_goes_on < found.frequencies
    assert found.frequencies == pytest.approx(-2 * np.log(0.5), abs=0.4), "two pitches, half each"


def test_shapes_are_those_that_came_more_than_once_in_any_place() -> None:
    one = Chorale("a", ((60, 64), (62, 66), (60, 63), ()), (), (0,) * 4)
    assert chorales_measures.shapes((one,)) == ((0, 4),)
    known = in_all_places(((0, 4), (0,)))
    assert len(known) == len(PITCHES) - 4 + len(PITCHES)
    assert known.sum(axis=1).tolist() == [2] * (len(PITCHES) - 4) + [1] * len(PITCHES)


def test_one_chorale_in_two_keys_is_one_and_the_first_is_kept() -> None:
    first, other = made_up(1, 0)[0], made_up(1, 5)[0]
    higher = Chorale("b", tuple(tuple(p + 2 for p in c) for c in first.chords), (), (0,) * 60)
    odd = Chorale("c", tuple((50 + (t * t) % 11,) for t in range(40)), (), (0,) * 40)
    assert other.name == first.name
    assert chorales_data._different([first, higher, odd]) == [first, odd]


def test_without_the_package_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    monkeypatch.setattr(chorales_data.importlib.metadata, "version", missing)
    chorales_data.split.cache_clear()
    with pytest.raises(MissingDataError, match=r"music21 10\.5\.1 .*requirements-train"):
        chorales_data.split()
