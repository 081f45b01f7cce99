"""What the reader is asked during the phone call; the answers are computed from the run.

They hold for the story as told and for every "what if" of its page.  ``t`` and ``stage`` are those
of the frame that is seen after the answer: 0 put aside, 1 take in, 2 say.
"""

from __future__ import annotations

from lstm_viz.lesson.question import Choice, Guess, Marker, Option
from lstm_viz.notation import number, percent
from lstm_viz.scenes.phone_call.words.call import ANSWER, BIRTHDAY, SONG
from lstm_viz.trace import Trace

HELLO, THINK, SPEAK, ONWARDS = 1, 3, 4, 5
"""The moments, as steps from 0."""

NOTHING = 0.05
"""A value below this counts as nothing."""
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
    return _value(trace, "c_prev", ONWARDS, ANSWER)


def _had(trace: Trace) -> float:
    return _value(trace, "c", SPEAK, ANSWER)


def _is_near(a: float, b: float) -> bool:
    return abs(a - b) < 0.05


QUESTIONS = (
    Choice(
        id="put-aside",
        t=HELLO,
        stage=0,
        ask="You pick up: “Hi, it’s Ana!” Of the song and of her birthday, what will you put "
        "aside?",
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
        stage=1,
        ask="Look at the row of Ana’s birthday: before × keep, and let in × new on top. Where does "
        "the thought land in the cell state?",
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
        stage=2,
        ask="“What to answer” fills your mind now. Look at “show” in its row, the output gate: how "
        "much of it comes out?",
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
        t=ONWARDS,
        stage=0,
        ask="You have said the answer. What of it does the next moment find in your cell state, "
        "before the forget gate?",
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
            f"{_printed(run, 'c_prev', ONWARDS, ANSWER)}, as before."
        ),
    ),
)
"""In the order in which they are asked."""
