"""“Train one yourself”: networks saved and opened, bad files among them."""

import json
from collections.abc import Callable

import numpy as np
import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from lstm_viz.networks.stored import Stored, from_bytes, load, to_bytes
from lstm_viz.scenes.train.controls import files
from lstm_viz.scenes.train.controls.bar import AGAIN
from lstm_viz.scenes.train.record.opened import OpenedNetwork
from lstm_viz.scenes.train.record.settings import Settings
from lstm_viz.scenes.train.record.training import Training
from lstm_viz.tasks import TASKS
from lstm_viz.tasks.next_character import MADE_UP
from tests.pages.helpers import handed, plain, sound, visit
from tests.pages.training import (
    QUICK,
    QUICK_SETTINGS,
    TRAIN,
    look_inside,
    open_train,
    press,
    progress,
    screen_of,
    settings,
    trained,
)
from tests.unit.networks import hostile

pytestmark = pytest.mark.usefixtures("own_server")


def test_what_is_saved_is_the_network_and_how_it_came_to_be() -> None:
    at = open_train(**QUICK)
    press(at, "train_start")
    for _ in range(4):
        sound(at.run())
    press(at, "train_stop")
    now = trained(at)
    stored = from_bytes(to_bytes(files.stored(now, now.record)))
    for name, array in now.model.parameters.items():
        np.testing.assert_array_equal(array, stored.model.parameters[name])
    about = stored.metadata
    assert (about["task"], about["size"], about["seed"], about["steps"]) == (
        "parity",
        "6",
        "3",
        "5",
    )
    assert float(about["score"]) == pytest.approx(now.record.checkpoints[-1].score, abs=1e-4)
    found = OpenedNetwork(stored)
    assert found.settings == QUICK_SETTINGS


def test_what_is_saved_is_what_is_shown_whatever_was_trained_since(monkeypatch) -> None:
    saves: list[Callable[[], bytes]] = []
    monkeypatch.setattr(st, "download_button", lambda label, data, *_, **__: saves.append(data))
    at = press(open_train(**QUICK), "train_start")
    for _ in range(4):
        sound(at.run())
    press(at, "train_stop")
    shown, training = handed(at)["film"]["tokens"][-1], trained(at)
    model = training.model
    training.go(1e9)
    saved = from_bytes(saves[-1]())
    assert saved.metadata["steps"] == shown != str(training.record.checkpoints[-1].step)
    for name, array in model.parameters.items():
        np.testing.assert_array_equal(array, saved.model.parameters[name])


@pytest.mark.parametrize("task", TASKS)
@pytest.mark.parametrize("cell", ["lstm", "gru", "rnn"])
def test_every_kind_of_network_can_be_saved(task, cell) -> None:
    high = TASKS[task].sizes[1]
    training = Training(Settings(task, min(high, 10), cell=cell, hidden_size=2, steps=50))
    training.go(0)
    training.rest()
    assert from_bytes(to_bytes(files.stored(training, training.record))).metadata["cell"] == cell


def upload(at: AppTest, data: bytes) -> AppTest:
    at.file_uploader(key="train_file").set_value(("network.safetensors", data, "application/x"))
    return sound(at.run())


def test_a_network_is_opened_from_a_file_looked_at_and_left() -> None:
    at = open_train()
    upload(at, to_bytes(load("brackets")))
    assert not at.error and not at.warning
    assert progress(at) == f"Opened from a file: “brackets”, 3 units. {AGAIN}"
    assert settings(at).task == "brackets" and settings(at).hidden_size == 3
    assert at.button(key="train_start").disabled
    film = handed(at)["film"]
    assert film["steps"] == 1 and film["frames"][0][0]["title"] == "Opened from a file"
    at.text_input(key="train_seed").set_value("5")
    sound(at.run())
    assert progress(at).startswith("Not trained yet")


def test_a_next_character_network_is_opened_with_its_own_letters() -> None:
    at = open_train(**{**QUICK, "task": "next-character", "size": "12"})
    press(at, "train_start")
    for _ in range(3):
        sound(at.run())
    press(at, "train_stop")
    before = trained(at)
    stored = from_bytes(to_bytes(files.stored(before, before.record)))
    assert json.loads(stored.metadata["alphabet"]) == list(MADE_UP.alphabet.characters)
    assert stored.metadata["data"] == "made-up sentences"
    opened = upload(open_train(), to_bytes(stored))
    assert not opened.error
    watched, (checkpoint,) = before.record, trained(opened).record.checkpoints
    film = handed(opened)["film"]
    rows = [row[:3] for row in film["tables"][0]["rows"]]
    says = watched.checkpoints[-1].says
    assert rows == [list(row) for row in zip(watched.tokens, watched.wanted, says, strict=True)]
    assert checkpoint.score == watched.checkpoints[-1].score
    inside = handed(look_inside(opened))["film"]
    assert inside["tokens"] == list(watched.tokens)
    assert inside["columns"] == list(TASKS["next-character"].inputs)


def test_a_network_from_a_file_is_saved_as_it_came() -> None:
    at = upload(open_train(), to_bytes(load("brackets")))
    assert to_bytes(files.stored(trained(at), trained(at).record)) == to_bytes(load("brackets"))


def test_a_big_network_of_many_steps_is_opened_too() -> None:
    at = open_train()
    upload(at, hostile.laid_out(hostile.lstm_shapes(64), steps="9" * 15, seed="9" * 15))
    assert not at.error
    assert "64 units" in progress(at)
    assert (settings(at).hidden_size, settings(at).steps, settings(at).seed) == (32, 5000, 9999)


def next_character(change: Callable[[list[str]], list[str]]) -> bytes:
    """A network of the page's next-character task, but for the alphabet in its header."""
    training = Training(Settings("next-character", 10, hidden_size=2, steps=50))
    about = dict(files.stored(training, training.record).metadata)
    alphabet = json.dumps(change(json.loads(about["alphabet"])))
    return to_bytes(Stored(training.model, {**about, "alphabet": alphabet}))


def with_nan() -> bytes:
    data = bytearray(hostile.good())
    data[-4:] = np.float32(np.nan).tobytes()
    return bytes(data)


BAD: dict[str, Callable[[], bytes]] = {
    "empty": lambda: b"",
    "a picture": lambda: b"\x89PNG\r\n\x1a\n" + bytes(100),
    "a pickle": lambda: b"\x80\x04\x95cposix\nsystem\n.",
    "cut off": lambda: hostile.good()[:-7],
    "more behind": lambda: hostile.good() + b"x",
    "a header of 2⁶³ bytes": lambda: b"\xff" * 8 + b"{}",
    "no JSON": lambda: hostile.file("{"),
    "another format": lambda: hostile.with_metadata(format="other/9"),
    "no task": lambda: hostile.with_metadata(task=None),
    "mislabelled cell": lambda: hostile.with_metadata(cell="gru"),
    "mislabelled task": lambda: hostile.with_metadata(task="reber"),
    "size beyond the task's": lambda: hostile.with_metadata(size="100000"),
    "control characters": lambda: hostile.with_metadata(name="a\x1b[2Jb"),
    "huge": lambda: hostile.laid_out(hostile.lstm_shapes(2000)),
    "a huge shape": lambda: hostile.with_tensor("head.bias", shape=[10**12]),
    "not a number": with_nan,
    "other characters": lambda: to_bytes(load("plays")),
    "as many other characters": lambda: next_character(lambda own: ["Z", *own[1:]]),
    "the characters in another order": lambda: next_character(lambda own: own[::-1]),
}


@pytest.mark.parametrize("name", BAD)
def test_a_file_that_cannot_be_opened_gets_one_sentence_and_everything_stays(name) -> None:
    at = open_train(**QUICK)
    press(at, "train_start")
    sound(at.run())
    press(at, "train_stop")
    before, screen = handed(at), screen_of(at)
    upload(at, BAD[name]())
    (error,) = at.error
    said = plain(error.value)
    assert said.startswith("Expected ") and said.endswith(" Nothing was opened.")
    assert len(said) < 500 and "Traceback" not in said and "\n" not in said
    assert handed(at) == before and screen_of(at) == screen
    upload(at, hostile.good())
    assert not at.error
    assert progress(at).startswith("Opened from a file: “mine”")


def test_a_refusal_goes_with_its_file_when_the_page_is_left() -> None:
    at = upload(open_train(), b"")
    assert len(sound(at.run()).error) == 1, "as long as the file is there"
    visit(at, "step-through")
    visit(at, TRAIN)
    assert not at.error


def test_the_most_that_a_file_may_have_is_named() -> None:
    most = st.get_option("server.maxUploadSize")
    assert open_train().file_uploader(key="train_file").label.endswith(f" of at most {most} MB")


def test_markup_in_a_name_is_shown_as_it_is() -> None:
    at = open_train()
    name = "<b>**bold**</b> $x$ :smile: [a](http://x.y)"
    upload(at, hostile.with_metadata(name=name))
    assert name in progress(at)
    (bar,) = at.get("progress")
    assert "**bold**" not in bar.proto.text and "<b>" not in bar.proto.text.replace("\\<", "")


def test_a_stored_network_of_more_layers_is_opened_or_refused_in_a_sentence() -> None:
    task = TASKS["parity"]
    model = type(load("parity").model).init(
        input_size=len(task.inputs), hidden_size=3, output_size=len(task.outputs), layers=2,
        rng=np.random.default_rng(0),
    )  # fmt: skip
    at = open_train()
    upload(at, to_bytes(Stored(model, {"name": "two", "task": "parity", "size": "9"})))
    assert not at.error and "“two”" in progress(at)
    assert handed(look_inside(at))["film"]["units"] == 3
