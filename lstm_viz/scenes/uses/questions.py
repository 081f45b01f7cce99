"""What is asked about the five tasks; the questions' run is ``USES``."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.lesson.question import Again, Choice, Option
from lstm_viz.scenes.uses.record import STEPS, USES, Use, use

Uses = Sequence[Use]


def _at(task: str, uses: Uses) -> Use:
    (found,) = [found for found in uses if found.id == task]
    return found


def _answers_at(*moments: int) -> Option:
    """An option: the recogniser answers at exactly these moments."""
    words = {
        (0,): "At the first step",
        (STEPS - 1,): "At the last step",
        tuple(range(STEPS)): "At every step",
    }
    return Option(
        words[moments],
        lambda uses: _at("speech-recognition", uses).answered == moments,
        "every-step-answers" if len(moments) > 1 else None,
    )


def _second_input(uses: Uses) -> str:
    caption = _at("image-captioning", uses).moments
    return "own" if caption[1].own else "image" if caption[1].reads == caption[0].reads else "other"


def _order(task: str) -> int:
    return USES.index(use(task))


def _note_after(uses: Uses) -> str:
    """Where the first note that is not given comes from."""
    moments = _at("music-composition", uses).moments
    n = next(n for n, moment in enumerate(moments) if n and moments[n - 1].answers)
    if not moments[n].own:
        return "given"
    return "written" if moments[n].reads == moments[n - 1].answers else "other"


def _while_reading(uses: Uses) -> tuple[int, int]:
    """How many steps the chatbot reads what is said to it, and at how many it answers then."""
    chatbot = _at("chatbot", uses)
    read = range(chatbot.second)
    return len(read), sum(n in chatbot.answered for n in read)


OF_A_TUNE = Again(
    "input-is-given",
    "An LSTM is given three notes and writes the rest of the tune. What does it read once it has "
    "written its first note?",
    (
        Option(
            "the next note of a given tune",
            lambda uses: _note_after(uses) == "given",
            "input-is-given",
        ),
        Option(
            "the first of the three again",
            lambda uses: _note_after(uses) == "other",
            "input-is-given",
        ),
        Option("the note that it has written", lambda uses: _note_after(uses) == "written"),
    ),
    lambda uses: (
        f"After {', '.join(m.reads for m in _at('music-composition', uses).moments[:3])} it reads "
        f"{_at('music-composition', uses).moments[3].reads}, its own."
    ),
)
OF_A_CHATBOT = Again(
    "every-step-answers",
    "A chatbot reads “how are you”, a word a step. At how many of these steps does it answer?",
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
        "uses-caption-input", _order("image-captioning"), 0,
        "Next: an image goes in, its caption comes out. What is the input of the second step?",
        (
            Option(
                "The image again", lambda uses: _second_input(uses) == "image", "input-is-given",
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
            f"Its second step reads “{_at('image-captioning', uses).moments[1].reads}”, which its "
            "first one answered."
        ),
        OF_A_TUNE,
    ),
    Choice(
        "uses-speech-answer", _order("speech-recognition"), 0,
        "Next: a spoken word, in frames. At which step does the network say which word it was?",
        (
            _answers_at(*range(STEPS)),
            _answers_at(STEPS - 1),
            _answers_at(0),
        ),
        lambda uses: (
            f"{len(_at('speech-recognition', uses).given)} frames in, "
            f"{len(_at('speech-recognition', uses).answered)} answer out: what the last h says."
        ),
        OF_A_CHATBOT,
    ),
)  # fmt: skip
