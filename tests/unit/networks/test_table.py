"""The table of the README is what `python -m lstm_viz.networks score` prints."""

from pathlib import Path

import pytest

from lstm_viz.networks import table
from lstm_viz.networks.__main__ import main
from lstm_viz.networks.recipes import RECIPES, Measured, MissingDataError, Recipe
from lstm_viz.networks.stored import SHIPPED, Stored, load

README = Path(__file__).parents[3] / "README.md"


def test_the_readme_shows_what_is_measured(capsys: pytest.CaptureFixture[str]) -> None:
    main(["score"])
    printed = capsys.readouterr().out
    assert printed.count("\n") == len(SHIPPED) + 2
    assert printed in README.read_text(encoding="utf-8")


def test_a_share_is_shown_in_percent_and_anything_else_as_a_number() -> None:
    metadata = {"name": "<x>", "task": "parity", "size": "7"}
    made = {"steps": "1200", "data": "ours", "licence": "MIT"}
    stored = Stored(load("parity").model, {**metadata, **made})
    assert table.cells(stored, Measured(0.9876, "share of steps answered rightly", 0.525)) == (
        "<x>", "Parity, length 7", "LSTM × 2", "1,200",
        "98.7%", "steps answered rightly", "52.5%", "ours; MIT",
    )  # fmt: skip
    bits = table.cells(stored, Measured(2.046, "bits a character", 3.2, "a trigram model"))
    assert bits[4:7] == ("2.05", "bits a character", "3.20 (a trigram model)")


def test_100_percent_is_all_and_nothing_less() -> None:
    assert table.shown(1.0, "share of steps") == "100.0%"
    assert table.shown(0.99999, "share of steps") == "99.9%"
    assert [table.shown(k / 1000, "share of steps") for k in (1, 57, 290, 525, 999)] == [
        "0.1%", "5.7%", "29.0%", "52.5%", "99.9%",
    ]  # fmt: skip


def test_without_the_data_the_score_of_the_file_is_shown_and_said_to_be_so(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(*_: object) -> Measured:
        raise MissingDataError("install the texts")

    expected = table.row("parity")
    recipe = Recipe("parity", RECIPES["parity"].train, missing)
    monkeypatch.setattr(table, "RECIPES", {"parity": recipe})
    assert table.row("parity") == expected
    assert capsys.readouterr().err == "parity: not measured afresh: install the texts\n"
