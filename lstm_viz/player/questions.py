"""Questions of a scene as the player asks them: resolved against the run on screen."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.lesson.contents import SCENES, scene
from lstm_viz.lesson.misconceptions import misconception
from lstm_viz.lesson.question import Again, Choice, Marker, Option, Question, Run
from lstm_viz.notation import honest
from lstm_viz.player import contract

PLACES = 3
"""Decimals of the values of a ``Marker``."""


def questions_payload(questions: Sequence[Question], run: Run) -> list[contract.Question]:
    """The questions with their right answers, as computed from ``run``, ready for ``json.dumps``.

    Raises ``ValueError`` where not exactly one option is so.
    """
    return [
        _choice(question, run) if isinstance(question, Choice) else _place(question, run)
        for question in questions
    ]


def _choice(question: Choice, run: Run) -> contract.Choice:
    return {
        "kind": "choice",
        "id": question.id,
        "t": question.t,
        "stage": question.stage,
        "unit": question.unit,
        "look": question.look,
        "ask": honest(question.ask),
        "right": question.right(run),
        "because": honest(question.because(run)),
        "options": _options(question.options),
        "again": _again(question.again, run),
    }


def _place(question: Marker, run: Run) -> contract.PlaceOnScale:
    return {
        "kind": "place",
        "id": question.id,
        "t": question.t,
        "stage": question.stage,
        "unit": question.unit,
        "look": question.look,
        "ask": honest(question.ask),
        "low": question.low,
        "high": question.high,
        "near": question.near,
        "value": round(float(question.value(run)), PLACES),
        "because": honest(question.because(run)),
        "again": _again(question.again, run),
        "guesses": [
            {"value": round(float(guess.value(run)), PLACES), "believes": _belief(guess.believes)}
            for guess in question.guesses
        ],
    }


def _again(again: Again, run: Run) -> contract.Again:
    return {
        "concept": misconception(again.concept).id,
        "ask": honest(again.ask),
        "right": again.right(run),
        "because": honest(again.because(run)),
        "options": _options(again.options),
    }


def _options(options: Sequence[Option]) -> list[contract.Option]:
    return [{"text": option.text, "believes": _belief(option.believes)} for option in options]


def _belief(id: str | None) -> contract.Belief | None:
    if id is None:
        return None
    found = misconception(id)
    there = scene(found.scene)
    path = "" if there is SCENES[0] else there.id
    return {"so": found.so, "scene": path, "title": there.title}
