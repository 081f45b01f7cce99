"""The client that plays a class: everybody gets the picture, and the next place costs few bytes."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from benchmarks.load.__main__ import arguments, table
from benchmarks.load.crowd import Crowd, Measured, measured
from tests.browser.server import ROOT
from tests.coroutines import finished

STUDENTS = 5
A_FILM = 8_000
"""Bytes that even the smallest has."""


def visited(script: Path, page: str, crowd: Crowd) -> Measured:
    return finished(measured(script, page, crowd))


@pytest.fixture(scope="module")
def class_of_five() -> Iterator[Measured]:
    crowd = Crowd(STUDENTS, within=0, reruns=2, think=0)
    yield visited(ROOT / "app.py", "forget-gate", crowd)


def test_everybody_gets_the_picture(class_of_five: Measured) -> None:
    assert not class_of_five.errors
    assert [visit.pictures for visit in class_of_five.visits] == [3] * STUDENTS, "one a run"
    assert all(visit.fetched > A_FILM for visit in class_of_five.visits)
    assert all(len(visit.waits) == 3 for visit in class_of_five.visits)
    assert all(wait.seconds > 0 for visit in class_of_five.visits for wait in visit.waits)


def test_another_place_is_not_another_film(class_of_five: Measured) -> None:
    """The film, the styles and the glossary are in the browser already."""
    for visit in class_of_five.visits:
        first, *again = (wait.pushed for wait in visit.waits)
        assert all(bytes < first / 3 and bytes < A_FILM * 2 for bytes in again)


def test_what_goes_wrong_is_counted(tmp_path: Path) -> None:
    script = tmp_path / "app.py"
    script.write_text("raise ValueError('no page')")
    found = visited(script, "", Crowd(1, within=0))
    assert len(found.errors) == 2, "the teacher's and the student's"
    assert "| errors | 2 | 2 | 1.00 |" in table(found, found)


@pytest.mark.parametrize(
    "asked", [["--students", "201"], ["--within", "61"], ["--reruns", "51"], ["--page", "nowhere"]]
)
def test_it_is_bounded(asked: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        arguments(asked)
    assert asked[1] in capsys.readouterr().err
