"""What is said of the state that is carried on, or not."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.notation import in_powers, number
from lstm_viz.scenes.around.record.state import FIRST, SECOND, Carried
from lstm_viz.trace import Array


def told(run: Carried) -> tuple[Caption, ...]:
    same = float(np.abs(run.whole - run.halves).max())
    many, cut = len(SECOND), len(FIRST)
    first, before = sizes(run)[0][0], np.abs(run.gradient_cut[:cut]).max()
    off = float(np.abs(run.gradient - run.gradient_cut)[cut:].max())
    return (
        caption(
            "One sequence, one state",
            f"h and c start from 0 and go on to the end of the [[sequence]], here {FIRST} and "
            f"{SECOND} in one. In a batch every sample has its own h and c.",
        ),
        caption(
            "In two halves, the state carried over",
            f"Read {FIRST}, keep h and c, read {SECOND} from there: c differs from the whole by "
            f"{number(same)} at most. Truncated training does this: the state is carried on, the "
            "[[gradient]] ends at the cut.",
        ),
        caption(
            "In two halves, each from 0",
            f"The second half knows nothing of the first: {_wrong(run.wrong, many)}. Keras and "
            "PyTorch start each call from 0 unless they are told otherwise (stateful; h_0, c_0).",
        ),
        caption(
            "A new sequence is another matter",
            f"If {SECOND} is a sequence of its own, from 0 is right, and from the old state "
            f"{_wrong(run.wrong_alone, many)}: it still counts the ones of {FIRST}. So carry "
            "h and c from piece to piece, and start anew with each sequence.",
        ),
        caption(
            "Truncated: the state goes on, the gradient does not",
            "How much each step’s h would change the loss of the last answer. In one run the "
            f"[[gradient]] comes back to step 1 ({in_powers(first)}); cut at the middle, steps 1 "
            f"to {cut} get exactly {before:g}. After the cut the two differ by {in_powers(off)}. "
            "So the first half helps to answer, but this loss teaches nothing about it.",
        ),
    )


def sizes(run: Carried) -> tuple[Array, Array]:
    """How long the gradient by h is at each step (T,): whole and cut."""
    whole, cut = (np.linalg.norm(by_h, axis=1) for by_h in (run.gradient, run.gradient_cut))
    return whole, cut


def _wrong(count: int, of: int) -> str:
    return f"{count} of {of} answers {'is' if count == 1 else 'are'} wrong"
