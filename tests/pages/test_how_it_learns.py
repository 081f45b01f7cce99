"""How it learns: the recorded film, and a training of one's own, slice by slice."""

import json
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.lesson.glossary import linked
from lstm_viz.networks.recipes.basket import STEPS
from lstm_viz.scenes.how_it_learns.controls import own
from lstm_viz.scenes.how_it_learns.controls.stage import gradient_film, own_film
from lstm_viz.scenes.how_it_learns.record.training import OwnTraining
from lstm_viz.scenes.how_it_learns.shipped import shipped_film
from lstm_viz.scenes.how_it_learns.words.around import ENDING, OPENING
from lstm_viz.ui import trainings
from tests.pages.helpers import handed, open_at, plain, sound
from tests.pages.training import note, press, progress, ticker

PAGE = "how-it-learns"


@pytest.fixture(autouse=True)
def own_server(monkeypatch: pytest.MonkeyPatch) -> trainings.Trainings[OwnTraining]:
    """A server on which nobody has trained yet, where a slice is one step."""
    new: trainings.Trainings[OwnTraining] = trainings.Trainings()
    monkeypatch.setattr(own, "RUNS", new)
    monkeypatch.setattr(trainings, "SLICE", 0.0)
    return new


def film(made: Any) -> Any:
    return json.loads(json.dumps(made))


def texts(at: AppTest) -> list[str]:
    return [plain(text.value) for text in at.markdown]


def test_it_opens_on_the_training_that_ships() -> None:
    at = open_at(page=PAGE, t="6")
    assert not at.warning and not at.error
    data = handed(at)
    assert data["film"] == film(shipped_film()) and data["at"]["t"] == 5
    assert len(data["film"]["questions"]) == 2 and not ticker(at)["going"]
    assert {linked(OPENING), linked(ENDING)} <= set(texts(at))
    assert data["next"] == {"title": "tanh and gradients", "page": None}
    assert "there are 12 pictures, so it opens at the last" in note(open_at(page=PAGE, t="20"))


def test_the_second_part_is_on_gradients_and_leads_on() -> None:
    at = open_at(page=PAGE, train="gradient", t="3", gain="2")
    assert not at.warning and not at.error
    data = handed(at)
    assert data["film"] == film(gradient_film(2.0)) and data["at"]["t"] == 2
    assert data["next"]["page"].endswith("gradients")
    sound(at.slider(key="how-it-learns_gain").set_value(1.5).run())
    assert handed(at)["film"] == film(gradient_film(1.5))
    assert handed(at)["query"] == "train=gradient&gain=1.5"


def test_ones_own_training_goes_on_in_slices_stops_and_is_found_again(
    own_server: trainings.Trainings[OwnTraining],
) -> None:
    at = open_at(page=PAGE, train="own", bias="0")
    assert handed(at)["film"]["steps"] == 1 and handed(at)["query"] == "train=own&bias=0"
    assert progress(at) == f"Not trained yet: {STEPS:,} steps, and beside it the RNN."
    assert ticker(at)["name"] == "learns 0" and not ticker(at)["begun"], "so that a cut is found"
    press(at, "learns_start")
    assert ticker(at)["going"] and progress(at) == f"Step 1 of {STEPS:,}"
    assert ticker(at)["begun"]
    sound(at.run())
    assert progress(at) == f"Step 2 of {STEPS:,}"
    training = own_server.find("0")
    assert training is not None
    while training.step < 25:
        training.go(0.0)
    press(at, "learns_stop")
    assert not ticker(at)["going"] and progress(at).endswith("so far.")
    data = handed(at)
    assert data["film"] == film(own_film("0", 25)) and data["film"]["tokens"] == [
        "step 0",
        "step 25",
    ]
    assert data["at"]["t"] == 1, "at its end"

    opens = [frames[0]["elsewhere"]["f"][0] for frames in data["film"]["frames"]]
    assert all(
        "“Mia picks an apple”: forget gate, apples: this word’s weight" in one for one in opens
    )
    assert opens[0] != opens[1], "of the network of each step"

    rnn = training.rnn.run().at(25).right
    assert f"this RNN <b>{100 * rnn:.0f} %</b>" in data["film"]["frames"][1][0]["sentence"]

    # Whoever asks for the same bias finds it; the button goes on with it.
    other = open_at(page=PAGE, train="own", bias="0")
    assert handed(other)["film"] == data["film"]
    assert other.button(key="learns_start").label == "Go on"

    # Another bias is another training; the shipped film is where it was.
    at.get("button_group")[1].set_value("-2")
    sound(at.run())
    assert progress(at).startswith("Not trained yet") and handed(at)["query"] == "train=own"
    at.get("button_group")[0].set_value("shipped")
    sound(at.run())
    assert handed(at)["film"] == film(shipped_film()) and not at.button


def test_a_training_that_is_over_says_so(
    own_server: trainings.Trainings[OwnTraining],
) -> None:
    training = OwnTraining(3.0)
    while training.step < 25:
        training.go(0.0)
    own_server.keep(training, "3")
    at = press(open_at(page=PAGE, train="own", bias="3"), "learns_start")
    assert progress(at) == f"Step 26 of {STEPS:,}" and ticker(at)["going"]
    training.lstm.step = STEPS  # as if it were
    sound(at.run())
    assert progress(at) == "Both are done. Play shows how it went."


def test_who_finds_all_places_taken_waits_in_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trainings, "MOST_AT_ONCE", 0)
    at = press(open_at(page=PAGE, train="own"), "learns_start")
    assert progress(at).startswith("You are number 1 in line")
    assert ticker(at)["going"] and ticker(at)["later"], "the page asks again"
    monkeypatch.setattr(trainings, "MOST_AT_ONCE", 1)
    sound(at.run())
    assert progress(at) == f"Step 1 of {STEPS:,}" and ticker(at)["later"] is None


@pytest.mark.parametrize(
    ("name", "value"), [("bias", "7"), ("bias", "much"), ("train", "mine"), ("t", "21")]
)
def test_nonsense_in_a_link_is_noted(name: str, value: str) -> None:
    assert f"{name}={value}" in note(open_at(page=PAGE, **{name: value}))
