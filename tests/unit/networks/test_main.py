"""`python -m lstm_viz.networks make … | score …`"""

from pathlib import Path

import pytest

from lstm_viz.networks import __main__ as command
from lstm_viz.networks.recipes import MissingDataError, Recipe
from lstm_viz.networks.recipes.for_task import Settings, drawn
from lstm_viz.networks.stored import Stored, from_bytes

QUICK = {
    name: drawn(name, Settings(task="parity", size=4, hidden_size=2, seed=0, steps=5))
    for name in ("one", "two")
}

MORE = b"more than a model"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(command, "RECIPES", QUICK)
    monkeypatch.setattr(command, "FOLDER", tmp_path)
    monkeypatch.setattr(command, "OWN", {"three": command.OwnFile(tmp_path, lambda tell: MORE)})
    return tmp_path


def test_make_writes_a_file_that_tells_how_it_was_made(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command.main(["make", "one"])
    assert [file.name for file in folder.iterdir()] == ["one.safetensors"]
    first = (folder / "one.safetensors").read_bytes()
    assert from_bytes(first).metadata["steps"] == "5"
    assert "one: wrote " in capsys.readouterr().out
    command.main(["make", "one"])
    assert (folder / "one.safetensors").read_bytes() == first


def test_make_all_makes_every_one(folder: Path) -> None:
    command.main(["make", "all"])
    assert sorted(file.name for file in folder.iterdir()) == [
        "one.safetensors", "three.safetensors", "two.safetensors",
    ]  # fmt: skip
    assert (folder / "three.safetensors").read_bytes() == MORE


def test_what_is_more_than_a_model_has_its_own_file_that_is_there() -> None:
    for name, own in command.OWN.items():
        assert (own.folder / f"{name}.safetensors").is_file(), name


def test_make_says_what_is_missing_and_writes_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def missing(_: object) -> Stored:
        raise MissingDataError("install the texts")

    recipe = Recipe("one", missing, QUICK["one"].measure)
    monkeypatch.setattr(command, "RECIPES", {"one": recipe})
    with pytest.raises(SystemExit, match="one: install the texts"):
        command.main(["make", "one"])
    assert not list(folder.iterdir())


def test_unknown_names_are_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match=r"expected networks of adding, .*, got nothing"):
        command.main(["score", "nothing"])
    with pytest.raises(SystemExit):
        command.main(["make", "nothing"])
    assert "invalid choice: 'nothing'" in capsys.readouterr().err


def test_score_of_one_prints_its_row(capsys: pytest.CaptureFixture[str]) -> None:
    command.main(["score", "parity"])
    head, rule, row = capsys.readouterr().out.splitlines()
    assert head.startswith("| network | task |")
    assert rule.count("---") == head.count("|") - 1 == row.count("|") - 1
    assert row.startswith("| parity | Parity, length 20 | LSTM × 2 | 1,000 | ")
