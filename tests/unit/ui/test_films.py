"""A film is made and packed once, whoever asks for it."""

from base64 import b64decode
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier, Event

import pytest

from lstm_viz.player.payload import zipped
from lstm_viz.ui import films
from lstm_viz.ui.films import MOST_KEPT, made, once

CLASS = 8


def board(what):
    """As much of a film as is looked at."""
    return {"kind": "board", "steps": 1, "frames": [[0, 1], [2]], "what": what}


@pytest.fixture(autouse=True)
def kept(monkeypatch):
    """Where films are kept on the server: place -> data; there are none yet."""
    found = {}
    monkeypatch.setattr(films, "keep", lambda data, _, place: found.update({place: data}))
    films._shelf.cache_clear()
    return found


def counting():
    calls = []

    def make(*what):
        calls.append(what)
        return board(list(what))

    return make, calls


def test_it_is_made_for_the_first_and_is_there_for_the_others():
    make, calls = counting()
    first, second = made(make, "f", 0.2), made(make, "f", 0.2)
    assert calls == [("f", 0.2)] and first is second
    assert first.film == board(["f", 0.2])


def test_another_setting_or_another_picture_is_another_film():
    (one, of_one), (other, of_other) = counting(), counting()
    versions = {made(one, 1).version, made(one, 2).version, made(other, 1).version}
    assert len(of_one) == 2 and len(of_other) == 1
    assert len(versions) == 2, "the same film has the same version, wherever it is made"


def test_a_class_that_comes_at_once_waits_for_one_to_be_made():
    calls, here = [], Barrier(CLASS)

    def make():
        calls.append(1)
        Event().wait(0.05)
        return board("all")

    def student(_):
        here.wait(timeout=10)
        return made(make)

    with ThreadPoolExecutor(CLASS) as students:
        assert len(set(map(id, students.map(student, range(CLASS))))) == 1
    assert calls == [1]


def test_what_cannot_be_made_is_tried_again():
    answers = iter([ValueError("no"), board("it")])

    def make():
        answer = next(answers)
        if isinstance(answer, Exception):
            raise answer
        return answer

    with pytest.raises(ValueError, match="no"):
        made(make)
    assert made(make).film == board("it")


def test_no_more_are_kept_than_said(kept):
    make, calls = counting()
    for k in range(MOST_KEPT + 1):
        made(make, k)
    made(make, 0)
    assert calls[-1] == (0,) and len(calls) == MOST_KEPT + 2
    assert films._shelf.cache_info().currsize == len(kept) == MOST_KEPT
    assert zipped(board([0])) in kept.values(), "the last that was made"


def test_one_that_is_kept_is_fetched_another_goes_with_the_page(monkeypatch):
    monkeypatch.setattr(films, "served", lambda data, mimetype, place: f"/media/{place}")
    make, _ = counting()
    assert made(make, 1).sent("cell_film") == "/media/cell_film"
    film = once(board([1]))
    assert b64decode(film.sent("cell_film")) == zipped(board([1]))
    assert film.version == made(make, 1).version


def test_how_long_it_is_is_known_without_unpacking_it():
    assert once(board("steps, stages of each, and of the last")).size == (1, 2, 1)
    stages = [{"carries": 0}, {"carries": 1}]
    assert once({"kind": "cell", "steps": 5, "stages": stages}).size == (5, 2, 1)
