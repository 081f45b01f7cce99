"""“Train one yourself”: what is set, by presets, by hand and by links."""

import pytest

from lstm_viz.lesson.glossary import linked
from lstm_viz.scenes.train.controls.params import sizes_of
from lstm_viz.scenes.train.record.training import Training
from lstm_viz.scenes.train.words.presets import OPEN, PRESETS
from lstm_viz.tasks import TASKS
from tests.pages.helpers import handed, plain, sound
from tests.pages.training import QUICK, note, open_train, progress, settings, texts, ticker


def test_it_opens_on_the_first_preset_before_any_training() -> None:
    at = open_train()
    assert not at.warning and not at.error
    assert settings(at) == PRESETS[0].settings
    assert progress(at) == "Not trained yet: up to 500 steps of 32 sequences."
    assert at.button(key="train_start").label == "Train"
    assert not at.button(key="train_start").disabled
    film = handed(at)["film"]
    assert film["steps"] == 1
    assert film["frames"][0][0]["title"] == "Before training"
    assert film["tokens"] == ["0"]
    data = handed(at)
    assert data["query"].startswith("task=parity&") and "seed" not in data["query"]
    assert (data["at"]["t"], data["editable"]) == (0, False)
    assert ticker(at)["going"] is False and ticker(at)["said"] == ""
    assert plain(linked(PRESETS[0].watch)) in texts(at)


@pytest.mark.parametrize("preset", PRESETS[1:], ids=lambda preset: preset.id)
def test_each_preset_sets_everything_and_says_what_to_look_for(preset) -> None:
    at = open_train()
    at.selectbox(key="train_preset").set_value(preset.id)
    sound(at.run())
    assert settings(at) == preset.settings
    assert plain(linked(preset.watch)) in texts(at)
    shown = Training(preset.settings).record
    table = handed(at)["film"]["tables"][0]
    assert tuple(row[0] for row in table["rows"]) == shown.tokens
    assert at.selectbox(key="train_task").value == preset.settings.task
    assert at.text_input(key="train_forget").disabled == (preset.settings.cell != "lstm")
    again = open_train(**dict(pair.split("=") for pair in handed(at)["query"].split("&")))
    assert settings(again) == preset.settings and not again.warning


@pytest.mark.parametrize(
    ("widget", "key", "value", "field"),
    [
        ("selectbox", "task", "anbn", "task"),
        ("text_input", "size", 12, "size"),
        ("selectbox", "cell", "gru", "cell"),
        ("text_input", "units", 5, "hidden_size"),
        ("selectbox", "rate", "0.003", "learning_rate"),
        ("text_input", "forget", -1.5, "forget_bias"),
        ("text_input", "seed", 41, "seed"),
        ("text_input", "steps", 350, "steps"),
    ],
)
def test_each_setting_is_kept_in_the_link_and_begins_anew(widget, key, value, field) -> None:
    at = open_train()
    before = handed(at)
    getattr(at, widget)(key=f"train_{key}").set_value(str(value))
    sound(at.run())
    wanted = float(value) if field == "learning_rate" else value
    assert getattr(settings(at), field) == wanted
    assert f"{key}={value}" in handed(at)["query"]
    assert at.selectbox(key="train_preset").value is None
    if field == "task":
        assert settings(at).size == TASKS[value].sizes[2]
        assert any(TASKS[value].asks in text for text in texts(at))
    if field not in ("learning_rate", "steps"):  # these change nothing before it trains
        assert handed(at)["film"] != before["film"]
    again = open_train(**dict(pair.split("=") for pair in handed(at)["query"].split("&")))
    assert settings(again) == settings(at)
    assert handed(again)["film"] == handed(at)["film"]


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ({"task": "next-word"}, "task=next-word; expected one of basket, first-symbol, "),
        ({"cell": "<script>"}, "cell=<script>; expected one of lstm, gru, rnn"),
        ({"units": "33"}, "units=33; expected a whole number from 1 to 32"),
        ({"units": "0"}, "units=0; expected"),
        ({"rate": "0.5"}, "rate=0.5; expected one of 0.0003,"),
        ({"forget": "7"}, "forget=7; expected a number from -2 to 6"),
        ({"forget": "nan"}, "forget=nan; expected"),
        ({"seed": "-1"}, "seed=-1; expected"),
        ({"steps": "10000000"}, "steps=10000000; expected a whole number from 50 to 5000"),
        ({"size": "x"}, "size=x; expected"),
        ({"view": "inside"}, "view=inside; expected one of training, cell"),
        ({"run": "x" * 50}, "expected a whole text of at most 20 characters"),
        ({"t": "999"}, "t=999; expected"),
    ],
)
def test_what_a_link_cannot_mean_is_noted_and_left_out(query, said) -> None:
    at = open_train(**query)
    assert said in note(at)
    assert settings(at) == OPEN


@pytest.mark.parametrize(
    ("task", "asked", "size", "wanted"),
    [
        ("adding", "3", 10, "a length from 10 to 100"),
        ("anbn", "99", 50, "a greatest n from 2 to 50"),
        ("reber", "1", 5, "a longest inner string from 5 to 60"),
        ("parity", "5000", 100, "a length from 2 to 100"),
        ("next-character", "41", 40, "a length from 10 to 40"),
        ("next-character", "1", 10, "a length from 10 to 40"),
    ],
)
def test_a_size_that_the_task_does_not_have_is_the_nearest_and_that_is_said(
    task, asked, size, wanted
) -> None:
    at = open_train(task=task, size=asked)
    assert settings(at).size == size
    said = f"The link says size={asked}; expected {wanted}, so it is {size}."
    assert note(at) == note(sound(at.run())) == said, "until something is set"
    assert f"size={size}" in handed(at)["query"]


def test_a_size_that_cannot_be_is_said_also_beside_a_network_that_is_not_kept() -> None:
    at = open_train(run="AAAAAAAAAAAA", size="9999")
    low, high = sizes_of(OPEN.task)
    name = TASKS[OPEN.task].size_name
    said = f"The link says size=9999; expected a {name} from {low} to {high}, so it is {high}."
    assert "no longer kept here" in note(at) and said in note(at)
    assert f"size={high}" in handed(at)["query"] and "run=" not in handed(at)["query"]


@pytest.mark.parametrize("t", ["2", "24", "250"])
@pytest.mark.parametrize("view", ["training", "cell"])
def test_a_place_beyond_what_there_is_opens_all_the_same(view, t) -> None:
    at = open_train(view=view, t=t, **QUICK)
    there = "there are 6 steps" if view == "cell" else "there is 1 checkpoint"
    if (view, t) == ("cell", "2"):
        assert not at.warning
    else:
        assert note(at) == f"The link says t={t}; {there}, so it opens at the last."
    assert handed(at)["film"]["steps"] == (6 if view == "cell" else 1)
