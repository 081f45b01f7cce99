"""The processes beside the server's: the same results to the bit, and nothing lost if it dies."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lstm_viz.notation import percent
from lstm_viz.scenes.costs.record.timing import measured as costs
from lstm_viz.scenes.forecast.record.series import sine
from lstm_viz.scenes.forecast.record.training import Settings as ForecastSettings
from lstm_viz.scenes.forecast.record.training import Training as Forecast
from lstm_viz.scenes.how_it_learns.record.training import OwnTraining
from lstm_viz.scenes.how_it_learns.shipped import shipped_film
from lstm_viz.scenes.how_it_learns.words.around import measured
from lstm_viz.scenes.three_cells.record.live import LiveRace, Start
from lstm_viz.scenes.train.record.settings import Settings
from lstm_viz.scenes.train.record.training import Training
from lstm_viz.scenes.uses.record import uses
from lstm_viz.ui import trainings, worker
from lstm_viz.ui.trainings import Trainings
from lstm_viz.ui.worker import Worker

QUICK = Settings("parity", 4, hidden_size=2, steps=12)
ROOT = Path(__file__).resolve().parents[3]
SLICE = 0.0
"""One step of each."""
HEAVY = {"streamlit", "pandas", "tornado", "starlette"}


@pytest.fixture(scope="module")
def beside() -> Iterator[Worker]:
    started = Worker()
    yield started
    started.end()


@pytest.fixture(scope="module")
def for_pages() -> Iterator[Worker]:
    started = Worker()
    yield started
    started.end()


@pytest.fixture
def server(beside, monkeypatch) -> Trainings:
    """A server whose trainings go on in the worker."""
    monkeypatch.setattr(worker, "TRAINS", beside)
    monkeypatch.setattr(worker, "_used", True)
    monkeypatch.setattr(trainings, "SLICE", SLICE)
    return Trainings()


def models(training):
    """Of whichever scene it is."""
    if isinstance(training, Training):
        return [training.model, *training.models]
    if isinstance(training, Forecast):
        return [training.scaled.model]
    if isinstance(training, LiveRace):
        return [one.model for one in training._runs]
    return [one._model for one in (training.lstm, training.rnn)]


def weights(training):
    return [a.tobytes() for model in models(training) for a in model.parameters.values()]


def one_of_each_scene():
    return {
        "train": Training(QUICK),
        "forecast": Forecast(ForecastSettings(sine(), units=4)),
        "how it learns": OwnTraining(1.0),
        "three cells": LiveRace(Start("parity", "units", 3)),
    }


def test_the_trainings_of_all_scenes_come_out_as_they_do_here(server):
    here = one_of_each_scene()
    for name, training in one_of_each_scene().items():
        ticket = server.keep(training)
        for _ in range(5):
            server.go_on(ticket)
            here[name].go(SLICE)
        server.rest(ticket)
        here[name].rest()
        there = server.find(ticket)
        assert there is not training, f"{name}: it went away and came back"
        assert weights(there) == weights(here[name]), name
        assert there.memory == here[name].memory > 0, name


def test_a_training_that_ends_in_the_worker_is_over_here(server):
    ticket, here = server.keep(Training(QUICK)), Training(QUICK)
    while not server.find(ticket).ended:
        server.go_on(ticket)
    here.go(1e9)
    record = server.find(ticket).record
    assert not server.trains(ticket)
    assert (record.ended, record.losses, record.scores) == (
        here.record.ended,
        here.record.losses,
        here.record.scores,
    )
    assert percent(record.scores[-1][1]) in record.ended or record.step == QUICK.steps
    trace = record.checkpoints[-1].trace
    assert trace.h.tobytes() == here.record.checkpoints[-1].trace.h.tobytes()
    assert not trace.h.flags.writeable


def test_a_training_that_diverges_in_the_worker_says_so_and_keeps_what_was_recorded(server):
    bad = replace(QUICK, task="adding", size=10, learning_rate=1e20, steps=50)
    ticket = server.keep(Training(bad))
    with pytest.raises(ValueError, match="diverged at step"):
        for _ in range(bad.steps):
            server.go_on(ticket)
    found = server.find(ticket)
    assert found.ended and "diverged" in found.record.ended and found.record.losses
    assert not server.trains(ticket)


def test_a_killed_worker_is_replaced_and_its_training_goes_on(server, beside):
    ticket, here = server.keep(Training(QUICK)), Training(QUICK)
    for killed in (False, True, False, True):
        if killed:
            os.kill(beside.pid, signal.SIGKILL)
        before = beside.pid
        server.go_on(ticket)
        here.go(SLICE)
        assert (beside.pid != before) is killed or before is None
    assert weights(server.find(ticket)) == weights(here)


def test_a_worker_that_hangs_is_killed_and_another_one_asked(beside, monkeypatch):
    monkeypatch.setattr(worker, "LONGEST", 0.5)
    stopped = beside.call(os.getpid)
    os.kill(stopped, signal.SIGSTOP)
    assert beside.call(os.getpid) != stopped
    with pytest.raises(ProcessLookupError):
        os.kill(stopped, 0)


DIES = "import os; os.getpid() == {} or os.kill(os.getpid(), 9)"
"""In every process but that of this number."""


def test_what_kills_every_worker_is_computed_here(beside):
    assert beside.call(exec, DIES.format(os.getpid())) is None
    assert beside.call(os.getpid) not in (os.getpid(), None), "and the next in a worker again"


def test_where_no_process_can_be_started_it_is_computed_here(monkeypatch):
    monkeypatch.setattr(sys, "executable", "/nowhere/python")
    assert Worker().call(os.getpid) == os.getpid()


def test_what_is_raised_in_the_worker_is_raised_here_and_it_goes_on(beside):
    with pytest.raises(ValueError, match="invalid literal"):
        beside.call(int, "many")
    assert beside.call(int, "12") == 12


def test_the_worker_knows_no_streamlit(server, beside):
    for training in one_of_each_scene().values():
        server.go_on(server.keep(training))
    known = beside.call(eval, "[*__import__('sys').modules]")
    assert "lstm_viz.scenes.train.record.training" in known
    assert not {name.partition(".")[0] for name in known} & {*HEAVY, "plotly"}


def test_what_pages_wait_for_comes_out_as_it_does_here_without_streamlit(for_pages):
    assert for_pages.call(costs, 4, 4).steps > 0
    for make in (shipped_film, measured, uses):
        assert for_pages.call(make) == make()
    known = for_pages.call(eval, "[*__import__('sys').modules]")
    assert not {name.partition(".")[0] for name in known} & HEAVY


def test_the_worker_lets_the_server_go_first(beside):
    assert beside.call(os.nice, 0) >= min(19, os.nice(0) + worker.NICER)


def test_a_worker_ends_with_its_server():
    """Also if the server is killed."""
    program = (
        "import os, signal\n"
        "from lstm_viz.ui.worker import Worker\n"
        "print(Worker().call(os.getpid), flush=True)\n"
        "os.kill(os.getpid(), signal.SIGKILL)\n"
    )
    command = [sys.executable, "-c", program]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, cwd=ROOT) as died:
        told = int(died.stdout.readline())
        # The worker complains where the server does: that ends once both are gone.
        assert died.stderr.read() == ""
    assert told != died.pid and died.returncode == -signal.SIGKILL


def test_it_is_used_once_a_server_has_started_and_not_where_none_can_be(monkeypatch):
    for alone, python, used in (
        (False, sys.executable, True),
        (True, "", False),
        (False, "", False),
    ):
        monkeypatch.setattr(worker, "_used", False)
        monkeypatch.setattr(worker, "ALONE", alone)
        monkeypatch.setattr(sys, "executable", python)
        assert worker.compute(os.getpid) == os.getpid(), "before"
        worker.use_workers()
        assert worker._used is used, (alone, python)


def test_on_a_server_it_is_computed_in_a_worker(server, beside):
    assert worker.compute(os.getpid) == beside.pid != os.getpid()


def test_what_a_page_waits_for_does_not_wait_for_a_training(server, beside, for_pages, monkeypatch):
    monkeypatch.setattr(worker, "FOR_PAGES", for_pages)
    with beside.turns.mine():  # a training goes on
        assert worker.compute(os.getpid, urgent=True) == for_pages.pid
    assert for_pages.pid not in (beside.pid, None)
