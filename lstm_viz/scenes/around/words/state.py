"""What is said of the state that is carried on, or not."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.notation import number
from lstm_viz.scenes.around.record.state import FIRST, SECOND, Carried


def told(run: Carried) -> tuple[Caption, ...]:
    same = float(np.abs(run.whole - run.halves).max())
    many = len(SECOND)
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
    )


def _wrong(count: int, of: int) -> str:
    return f"{count} of {of} answers {'is' if count == 1 else 'are'} wrong"
