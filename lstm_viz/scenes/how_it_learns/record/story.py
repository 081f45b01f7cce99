"""The story as two networks read it, however far they are trained."""

from __future__ import annotations

import numpy as np

from lstm_viz.learn import Forward, Model
from lstm_viz.lesson.basket import word_by_word
from lstm_viz.lesson.column import Answer, Column
from lstm_viz.lesson.gating import UNITS
from lstm_viz.networks.basket_run import GATES
from lstm_viz.tasks.basket import EMPTIES, MIA, PICKS, QUESTIONS, WORDS, answers, columns
from lstm_viz.trace import Array

STORY = (
    PICKS[0],
    "sees a pear",
    PICKS[0],
    PICKS[1],
    QUESTIONS[0],
    EMPTIES,
    QUESTIONS[0],
    QUESTIONS[1],
)
EMPTIED = STORY.index(EMPTIES)
WORD_BY_WORD, AT, _ = word_by_word(STORY)
RIGHT = answers(WORD_BY_WORD)[AT].astype(int)
"""(sentences, 2): what is right at each."""
X: Array = np.eye(len(WORDS))[columns([WORD_BY_WORD])[:, 0]]


def read(model: Model) -> Forward:
    return model.run(X)


def fruit(sentence: int) -> int:
    """The unit of the fruit that a question asks for."""
    return QUESTIONS.index(STORY[sentence])


def story_columns(lstm: Model, rnn: Model) -> tuple[Column, ...]:
    """The row of the story; the fruit are what the LSTM would say if all doors let it out."""
    forward, rival = read(lstm), np.rint(read(rnn).outputs).astype(int)
    trace = forward.traces[0]
    said = np.rint(forward.outputs).astype(int)
    held = np.rint(lstm.head.run(trace.tanh_c)).astype(int)
    found = []
    for n, (told, at) in enumerate(zip(STORY, AT, strict=True)):
        answer = None
        if told in QUESTIONS:
            unit = fruit(n)
            answer = Answer(unit, int(said[at, unit]), int(rival[at, unit]), int(RIGHT[n, unit]))
        found.append(
            Column(
                told if answer else f"{MIA} {told}",
                {gate: _pair(getattr(trace, gate)[at]) for gate in GATES},
                _pair(trace.c[at]),
                (int(held[at, 0]), int(held[at, 1])),
                answer,
            )
        )
    return tuple(found)


def _pair(values: Array) -> tuple[float, float]:
    first, second = (float(values[unit]) for unit in UNITS)
    return first, second
