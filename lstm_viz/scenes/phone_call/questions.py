"""What the reader is asked during the phone call; the answers are computed from the run.

They hold for the story as told and for every "what if" of its page.  ``t`` and ``stage`` are those
of the frame that is seen after the answer: 0 the moment, 1 put aside, 2 take in, 3 now, 4 say.
"""

from __future__ import annotations

from lstm_viz.lesson.question import Choice, Guess, Marker, Option
from lstm_viz.notation import number, percent
from lstm_viz.scenes.phone_call.words.call import ANSWER, BIRTHDAY, SONG
from lstm_viz.trace import Trace

RING, HELLO, THINK, SPEAK = 1, 2, 4, 5
"""The moments, as steps from 0."""

ALL, NOTHING = 0.95, 0.05
"""A share from ``ALL`` on counts as all of a thought, one below ``NOTHING`` as nothing of it."""
ASIDE = 0.1
"""Of a thought that is put aside less than this share is kept."""


def _value(trace: Trace, signal: str, t: int, unit: int) -> float:
    return float(getattr(trace, signal)[t, unit])


def _printed(trace: Trace, signal: str, t: int, unit: int) -> str:
    return number(_value(trace, signal, t, unit))


def _share(trace: Trace, signal: str, t: int, unit: int) -> str:
    return percent(_value(trace, signal, t, unit))


def _put_aside(trace: Trace, unit: int) -> bool:
    return _value(trace, "f", HELLO, unit) < ASIDE


def _shown(trace: Trace) -> float:
    """How much of what to answer comes out while you think, as a share of what is on your mind."""
    return _value(trace, "h", THINK, ANSWER) / _value(trace, "c", THINK, ANSWER)


def _left(trace: Trace) -> float:
    """What the next moment finds of what to answer."""
    return _value(trace, "c_prev", SPEAK + 1, ANSWER)


def _had(trace: Trace) -> float:
    return _value(trace, "c", SPEAK, ANSWER)


def _is_near(a: float, b: float) -> bool:
    return abs(a - b) < 0.05


QUESTIONS = (
    Choice(
        id="ring-fades",
        t=RING,
        stage=1,
        ask="The phone rings. How much of the song will the forget gate keep?",
        options=(
            Option(
                "All of it",
                lambda run: _value(run, "f", RING, SONG) > ALL,
                believes="gate-is-a-switch",
            ),
            Option("Some of it", lambda run: NOTHING <= _value(run, "f", RING, SONG) <= ALL),
            Option(
                "Nothing",
                lambda run: _value(run, "f", RING, SONG) < NOTHING,
                believes="gate-is-a-switch",
            ),
        ),
        because=lambda run: (
            f"The gate lets {_share(run, 'f', RING, SONG)} through: of "
            f"{_printed(run, 'c_prev', RING, SONG)}, {_printed(run, 'kept', RING, SONG)} stays."
        ),
    ),
    Choice(
        id="put-aside",
        t=HELLO,
        stage=1,
        ask="It is Ana. Of the song and of her birthday, what will be put aside?",
        options=(
            Option(
                "The song, not her birthday",
                lambda run: _put_aside(run, SONG) and not _put_aside(run, BIRTHDAY),
            ),
            Option(
                "Her birthday, not the song",
                lambda run: _put_aside(run, BIRTHDAY) and not _put_aside(run, SONG),
                believes="forget-one-forgets",
            ),
            Option(
                "Both",
                lambda run: _put_aside(run, SONG) and _put_aside(run, BIRTHDAY),
                believes="gate-is-a-number",
            ),
            Option(
                "Neither",
                lambda run: not _put_aside(run, SONG) and not _put_aside(run, BIRTHDAY),
                believes="gate-is-a-number",
            ),
        ),
        because=lambda run: (
            f"One gate, a number a thought: {_share(run, 'f', HELLO, SONG)} of the song is kept, "
            f"{_share(run, 'f', HELLO, BIRTHDAY)} of her birthday."
        ),
    ),
    Marker(
        id="birthday-lands",
        t=HELLO,
        stage=3,
        ask="Some of Ana’s birthday was kept, and hearing her writes it again. Where does the "
        "thought land in the cell state?",
        value=lambda run: _value(run, "c", HELLO, BIRTHDAY),
        low=0.0,
        high=1.5,
        near=0.1,
        because=lambda run: (
            f"{_printed(run, 'kept', HELLO, BIRTHDAY)} kept plus "
            f"{_printed(run, 'written', HELLO, BIRTHDAY)} written is "
            f"{_printed(run, 'c', HELLO, BIRTHDAY)}: more than 1, for c is not squashed."
        ),
        guesses=(
            Guess(lambda run: _value(run, "written", HELLO, BIRTHDAY), believes="write-replaces"),
            Guess(lambda run: _value(run, "kept", HELLO, BIRTHDAY), believes="keep-is-all"),
            Guess(lambda run: _value(run, "tanh_c", HELLO, BIRTHDAY), believes="c-is-bounded"),
        ),
    ),
    Choice(
        id="said-yet",
        t=THINK,
        stage=4,
        ask="“What to answer” fills your mind now. How much of it comes out in h?",
        options=(
            Option("Hardly anything", lambda run: _shown(run) < ASIDE),
            Option("As much as is in c", lambda run: _shown(run) > 1 - ASIDE, believes="h-is-c"),
            Option("About half", lambda run: ASIDE <= _shown(run) <= 1 - ASIDE),
        ),
        because=lambda run: (
            f"c is {_printed(run, 'c', THINK, ANSWER)}, but the output gate shows "
            f"{_share(run, 'o', THINK, ANSWER)}: h is {_printed(run, 'h', THINK, ANSWER)}."
        ),
    ),
    Choice(
        id="left-after-speaking",
        t=SPEAK,
        stage=4,
        ask="You say the answer. What of it will the next moment find in your cell state?",
        options=(
            Option(
                "Nothing: it was said",
                lambda run: abs(_left(run)) < NOTHING,
                believes="output-gate-empties",
            ),
            Option(
                "What was not said, c − h",
                lambda run: _is_near(_left(run), _had(run) - _value(run, "h", SPEAK, ANSWER)),
                believes="output-gate-empties",
            ),
            Option("As much as before you spoke", lambda run: _is_near(_left(run), _had(run))),
        ),
        because=lambda run: (
            f"h, {_printed(run, 'h', SPEAK, ANSWER)}, is a share of squashed c; c itself is "
            "untouched: the next moment begins with it at "
            f"{_printed(run, 'c_prev', SPEAK + 1, ANSWER)}, as before."
        ),
    ),
)
"""In the order in which they are asked."""
