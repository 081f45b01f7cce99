"""What is asked about the five tasks; the questions' run is ``USES``."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.lesson.question import Choice, Option
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
    ),
)  # fmt: skip
