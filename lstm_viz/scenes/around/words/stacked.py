"""What is said of layers on top of each other, and of reading both ways."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.notation import number
from lstm_viz.scenes.around.record.stacked import BITS, DROPPED, SEED, UNITS, BothWays, Stacked


def told_of_layers(run: Stacked) -> tuple[Caption, ...]:
    same = float(np.abs(run.above.x - run.below.h).max())
    gone, all_of_it = int((run.dropped == 0).sum()), run.dropped.size
    return (
        caption(
            "Layer 1 reads the bits",
            f"An LSTM of {UNITS} units, random weights (seed {SEED}). At every step it makes an h "
            "and a c.",
        ),
        caption(
            "What goes up is h",
            "The x of layer 2 is the h of layer 1, step by step (they differ by "
            f"{number(same)}). c is not handed up.",
        ),
        caption(
            "Layer 2 has h and c of its own",
            "c goes on from step to step within its layer; h does that, too, and goes up besides. "
            "A head reads the top layer’s h alone.",
        ),
        caption(
            "h_n: the last h of each layer",
            f"PyTorch’s h_n has a row for each layer, here 2 × {UNITS}; h_n[-1] is the top "
            "one’s, the same as output[-1]. c_n likewise.",
        ),
        caption(
            "Dropout between layers, in training",
            f"Of the h on its way up, each number is dropped with chance {DROPPED:g} and the rest "
            f"made {1 / (1 - DROPPED):g} times as large: here {gone} of {all_of_it} are 0. "
            "Neither h nor c on their way through time are touched, nor the top layer’s h.",
        ),
    )


def told_of_both(run: BothWays) -> tuple[Caption, ...]:
    off = float(np.abs(run.output[-1, UNITS:] - run.h_n[1]).max())
    return (
        caption(
            "Forwards: it knows what came before",
            f"The h at each bit has read the bits up to there. Random weights (seed {SEED}).",
        ),
        caption(
            "A second LSTM reads from the end",
            f"With weights of its own. It begins at the right: its h at the first bit has read all "
            f"{len(BITS)}.",
        ),
        caption(
            "Output: both, side by side",
            f"At each bit {UNITS} + {UNITS} numbers: what was before it, and what comes after. "
            "So it can only answer once the whole sequence is there.",
        ),
        caption(
            "h_n: where each of them ended",
            "Forwards that is the last bit, backwards the first one.",
        ),
        caption(
            "output[-1] is not h_n",
            "At the last bit, the backward half has read one single bit. It differs from h_n by up "
            f"to {number(off)}: for one answer to the whole sequence, take h_n.",
        ),
    )
