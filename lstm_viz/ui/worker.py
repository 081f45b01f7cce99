"""Long computations of all readers, one after the other, in processes beside the server's.

Python shares one core out among the threads of a process: what one reader computes, others wait
for. ``compute`` hands it to another process, a worker, with everything it needs, and takes back
what came of it. There are two: one trains, and one computes what a page waits for, which so waits
for no training. A worker remembers nothing: if it dies, a new one is asked the same again. It is
started when it is first needed, and ends with the server.

What is here is imported in the worker too, without Streamlit.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from subprocess import PIPE, Popen
from threading import Timer
from typing import IO, Any, TypeVar

from lstm_viz.learn import one_thread
from lstm_viz.ui.alone import ALONE
from lstm_viz.ui.fair_lock import FairLock

NICER = 3
"""How much a worker lets the server go first, as ``nice`` counts: it gets half as much of a core
that they share. With more it would hardly train where other programs are busy."""
TRIES = 2
"""How often it is asked the same, each time a new one, before the server computes it itself."""
LONGEST = 60.0
"""Seconds after which one that has not answered is taken to hang, and is killed."""
LENGTH = 8
"""Bytes that say how many follow."""

R = TypeVar("R")


class Worker:
    """Asks a process of its own; one at a time, see ``turns``."""

    def __init__(self) -> None:
        self.turns = FairLock()
        self._process: Popen[bytes] | None = None

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def call(self, function: Callable[..., R], *args: Any) -> R:
        """``function(*args)``, also what it raises; here, if no worker comes through with it."""
        question = pickle.dumps((function, args), pickle.HIGHEST_PROTOCOL)
        for _ in range(TRIES):
            try:
                answer = self._ask(question)
            except (OSError, EOFError):  # it could not be started, has died, or was killed
                self.end()
            except BaseException:  # the answer to this would be taken for that to the next
                self.end()
                raise
            else:
                found, problem = pickle.loads(answer)
                if problem is not None:
                    raise problem
                return found  # type: ignore[no-any-return]
        return function(*args)

    def _ask(self, question: bytes) -> bytes:
        if self._process is None:
            self._process = _started()
        asks, answers = self._process.stdin, self._process.stdout
        assert asks is not None and answers is not None
        too_long = Timer(LONGEST, self._process.kill)
        too_long.daemon = True  # a server that ends does not wait for it
        too_long.start()
        try:
            _write(asks, question)
            return _read(answers)
        finally:
            too_long.cancel()

    def end(self) -> None:
        if self._process is not None:
            self._process.kill()
            with suppress(OSError):  # what was still to be written
                self._process.__exit__(None, None, None)
            self._process = None


def _started() -> Popen[bytes]:
    """A new process with the modules of this one; it ends when this one does."""
    command = "from lstm_viz.ui.worker import main; main()"
    path = os.pathsep.join(folder or os.getcwd() for folder in sys.path)
    env = {**os.environ, "PYTHONPATH": path}
    return Popen([sys.executable, "-P", "-c", command], stdin=PIPE, stdout=PIPE, env=env)


TRAINS, FOR_PAGES = Worker(), Worker()
_used = False


def use_workers() -> None:
    """From now on: called as a server starts.

    Not called where there is no server: in the reader's browser, where no process can be started,
    and in tests of pages.
    """
    global _used
    _used = not ALONE and bool(sys.executable)


def compute(function: Callable[..., R], *args: Any, urgent: bool = False) -> R:
    """``function(*args)`` when it is its turn: in a worker, or here where there is none.

    What comes back may be a copy, and so may what the function is given. ``urgent``: a page waits
    for it, so it does not stand in line with the trainings.
    """
    worker = FOR_PAGES if urgent else TRAINS
    with worker.turns.mine():
        return worker.call(function, *args) if _used else function(*args)


# ---- in a worker -------------------------------------------------------------------------------


def main() -> None:
    """Answer until there is nobody to ask any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C ends the server, and so this
    with suppress(AttributeError, OSError):  # Windows has no such thing, some servers forbid it
        os.nice(NICER)
    one_thread()
    answers, sys.stdout = sys.stdout.buffer, sys.stderr  # nothing else is told as an answer
    with suppress(EOFError, BrokenPipeError):
        while True:
            _write(answers, _answer(_read(sys.stdin.buffer)))


def _answer(question: bytes) -> bytes:
    try:
        function, args = pickle.loads(question)
        return pickle.dumps((function(*args), None), pickle.HIGHEST_PROTOCOL)
    except Exception as problem:
        return pickle.dumps((None, problem), pickle.HIGHEST_PROTOCOL)


def _write(to: IO[bytes], message: bytes) -> None:
    to.write(len(message).to_bytes(LENGTH, "big"))
    to.write(message)
    to.flush()


def _read(of: IO[bytes]) -> bytes:
    """``EOFError`` if it ends before its time."""
    length = int.from_bytes(_exactly(of, LENGTH), "big")
    return _exactly(of, length)


def _exactly(of: IO[bytes], length: int) -> bytes:
    found = of.read(length)
    if len(found) < length:
        raise EOFError
    return found
