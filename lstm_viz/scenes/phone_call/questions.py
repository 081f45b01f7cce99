"""What the reader is asked during the phone call; the answers are computed from the run.

They hold for the story as told and for every "what if" of its page.  ``t`` and ``stage`` are those
of the frame that is seen after the answer: 0 put aside, 1 take in, 2 say.
"""

from __future__ import annotations

from lstm_viz.lesson.question import Again, Choice, Guess, Marker, Option
from lstm_viz.notation import number, percent
from lstm_viz.scenes.phone_call.words.call import ANSWER, BIRTHDAY, SATURDAY, SONG
from lstm_viz.trace import Trace

HELLO, COMES, THINK, SPEAK, ONWARDS = range(1, 6)
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


def _wider(trace: Trace) -> float:
    """How much wider the input gate opens for Saturday than for the song, as she says it."""
    return _value(trace, "i", COMES, SATURDAY) - _value(trace, "i", COMES, SONG)


SATURDAY_AND_SONG = Again(
    concept="gate-is-a-number",
    ask="In the phone call Ana asks: “Come on Saturday?” How far does the input gate open for "
    "Saturday, and how far for the song?",
    options=(
        Option("equally far: it is one gate", lambda run: abs(_wider(run)) <= ASIDE,
               believes="gate-is-a-number"),
        Option("farther for Saturday", lambda run: _wider(run) > ASIDE),
        Option("farther for the song", lambda run: _wider(run) < -ASIDE),
    ),
    because=lambda run: (
        f"It lets in {_share(run, 'i', COMES, SATURDAY)} of what is new on Saturday and "
        f"{_share(run, 'i', COMES, SONG)} on the song: the gate is a vector."
    ),
)  # fmt: skip
BEYOND_ONE = Again(
    concept="c-is-bounded",
    ask="During the phone call, did any thought’s number get larger than 1?",
    options=(
        Option("no, neither in c nor in h", lambda run: run.c.max() <= 1 and run.h.max() <= 1,
               believes="c-is-bounded"),
        Option("yes, in the cell state c", lambda run: run.c.max() > 1 >= run.h.max()),
        Option("yes, in the hidden state h", lambda run: run.h.max() > 1),
    ),
    because=lambda run: (
        f"The largest in c is {number(float(run.c.max()))}, in h {number(float(run.h.max()))}: "
        "c is a sum, and only what is shown of it is squashed."
    ),
)  # fmt: skip
LISTENING = Again(
    concept="h-is-c",
    ask="In the phone call, Ana has just said “Saturday” and is still talking. Saturday’s numbers "
    "in c and in h: which is larger?",
    options=(
        Option("the one in h", lambda run: _held_back(run) < -NOTHING),
        Option("both are the same", lambda run: abs(_held_back(run)) <= NOTHING, believes="h-is-c"),
        Option("the one in c", lambda run: _held_back(run) > NOTHING),
    ),
    because=lambda run: (
        f"c is {_printed(run, 'c', COMES, SATURDAY)}, h is {_printed(run, 'h', COMES, SATURDAY)}: "
        f"the output gate shows {_share(run, 'o', COMES, SATURDAY)} while you listen."
    ),
)
AFTER_MUTTERING = Again(
    concept="output-gate-empties",
    ask="In the phone call you mutter something about Ana’s birthday. How much of it does the next "
    "moment find in the cell state?",
    options=(
        Option("less: what was muttered is gone", lambda run: _change(run) < -NOTHING,
               believes="output-gate-empties"),
        Option("more", lambda run: _change(run) > NOTHING),
        Option("as much as before", lambda run: abs(_change(run)) <= NOTHING),
    ),
    because=lambda run: (
        f"c was {_printed(run, 'c', THINK, BIRTHDAY)} while {_printed(run, 'h', THINK, BIRTHDAY)} "
        f"came out, and the moment after begins with {_printed(run, 'c_prev', SPEAK, BIRTHDAY)}."
    ),
)  # fmt: skip


def _held_back(trace: Trace) -> float:
    return _value(trace, "c", COMES, SATURDAY) - _value(trace, "h", COMES, SATURDAY)


def _change(trace: Trace) -> float:
    return _value(trace, "c_prev", SPEAK, BIRTHDAY) - _value(trace, "c", THINK, BIRTHDAY)


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
        again=SATURDAY_AND_SONG,
    ),
    Marker(
        id="birthday-lands",
        t=HELLO,
        stage=1,
        unit=BIRTHDAY,
        look="rows",
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
        again=BEYOND_ONE,
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
        unit=ANSWER,
        look="rows",
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
        again=LISTENING,
    ),
    Choice(
        id="left-after-speaking",
        t=ONWARDS,
        stage=0,
        unit=ANSWER,
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
        again=AFTER_MUTTERING,
    ),
)
"""In the order in which they are asked."""
