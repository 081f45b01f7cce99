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


def _follows_m(uses: Uses) -> set[str]:
    moments = _at("next-character", uses).moments
    return {moment.answers for moment in moments if moment.reads == moments[0].reads}


def _order(task: str) -> int:
    return USES.index(use(task))


QUESTIONS = (
    Choice(
        "uses-same-input", _order("next-character"), 1,
        "It reads “m” a second time. Must it answer the same as after the first one?",
        (
            Option(
                "Yes: the same input, the same weights", lambda uses: len(_follows_m(uses)) == 1,
                "same-input-same-answer",
            ),
            Option("No: h and c are not the same", lambda uses: len(_follows_m(uses)) > 1),
        ),
        lambda uses: (
            "After “m” come " + " and ".join(f"“{answer}”" for answer in sorted(_follows_m(uses)))
            + ": only h and c can tell which."
        ),
    ),
    Choice(
        "uses-caption-input", _order("image-captioning"), 1,
        "What is the input of the caption’s second step?",
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
        "uses-speech-answer", _order("speech-recognition"), 1,
        "At which step does the recogniser of one spoken word answer?",
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
