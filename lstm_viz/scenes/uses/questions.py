"""What is asked about the six networks; the questions' run is what they did."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.lesson.question import Again, Choice, Option
from lstm_viz.scenes.uses.record import STEPS, Use

Uses = Sequence[Use]


def _at(task: str, uses: Uses) -> Use:
    (found,) = [found for found in uses if found.id == task]
    return found


def _answers_at(*moments: int) -> Option:
    """An option: the network that hears answers at exactly these moments."""
    words = {
        (0,): "At the first step",
        (STEPS - 1,): "At the last step",
        tuple(range(STEPS)): "At every step",
    }
    return Option(
        words[moments],
        lambda uses: _at("speech", uses).answered == moments,
        "every-step-answers" if len(moments) > 1 else None,
    )


def _second_input(uses: Uses) -> str:
    first, second, *_ = _at("captions", uses).moments
    return "own" if second.own else "image" if second.reads == first.reads else "other"


def _first_own(uses: Uses) -> int:
    """The step of the music at which nothing more is given."""
    return len(_at("music", uses).given)


def _after_given(uses: Uses) -> str:
    """Where the music's first input comes from that is not given."""
    moments, n = _at("music", uses).moments, _first_own(uses)
    if n == len(moments):
        return "given"
    return "written" if moments[n].reads == moments[n - 1].answers else "other"


def _while_reading(uses: Uses) -> tuple[int, int]:
    """How many steps the chatbot reads what is said to it, and at how many it answers then."""
    chatbot = _at("chatbot", uses)
    read = range(chatbot.second)
    return len(read), sum(n in chatbot.answered for n in read)


OF_A_TUNE = Again(
    "input-is-given",
    "An LSTM is given the first chords of a chorale and writes the rest. What does it read once it "
    "has written its first chord?",
    (
        Option(
            "the next chord of the chorale",
            lambda uses: _after_given(uses) == "given",
            "input-is-given",
        ),
        Option(
            "the first chords again",
            lambda uses: _after_given(uses) == "other",
            "input-is-given",
        ),
        Option("the chord that it has written", lambda uses: _after_given(uses) == "written"),
    ),
    lambda uses: (
        f"It is given {_first_own(uses)} chords; from then on it reads what it has written."
    ),
)
OF_A_CHATBOT = Again(
    "every-step-answers",
    "A chatbot reads what you say, a word a step. At how many of these steps does it answer?",
    (
        Option(
            "at each of them",
            lambda uses: _while_reading(uses)[1] == _while_reading(uses)[0],
            "every-step-answers",
        ),
        Option("at none", lambda uses: _while_reading(uses)[1] == 0),
        Option("at the first", lambda uses: 0 in _at("chatbot", uses).answered),
    ),
    lambda uses: (
        f"It reads {_while_reading(uses)[0]} words first and answers then; there is an h at every "
        "step, but nothing is made of it."
    ),
)

QUESTIONS = (
    Choice(
        "uses-caption-input", 1, 0,
        "Next: image captioning has read a picture. What is the input of its second step?",
        (
            Option(
                "The picture again", lambda uses: _second_input(uses) == "image", "input-is-given",
            ),
            Option(
                "The word it has just answered", lambda uses: _second_input(uses) == "own",
            ),
            Option(
                "The next word of a given text", lambda uses: _second_input(uses) == "other",
                "input-is-given",
            ),
        ),
        lambda uses: (
            f"Its second step reads “{_at('captions', uses).moments[1].reads}”, which its first "
            "one answered."
        ),
        OF_A_TUNE,
    ),
    Choice(
        "uses-speech-answer", 2, 0,
        "Speech hears a spoken digit, one part of it at each step. At which step does it say which "
        "digit it was?",
        (
            _answers_at(*range(STEPS)),
            _answers_at(STEPS - 1),
            _answers_at(0),
        ),
        lambda uses: (
            f"{len(_at('speech', uses).given)} parts in, {len(_at('speech', uses).answered)} "
            "answer out: what the last h says."
        ),
        OF_A_CHATBOT,
    ),
)  # fmt: skip
