"""What is said of padding and masks."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.notation import number, percent
from lstm_viz.scenes.around.record.padding import BITS, PADS, Padding


def told(run: Padding) -> tuple[Caption, ...]:
    kept = run.short.c[-1]
    moved = float(np.abs(run.padded.c[-1] - kept).max())
    held = float(np.abs(run.masked.c[-1] - kept).max())
    return (
        caption(
            "A short sequence",
            f"After {BITS} the network says “odd”: {percent(run.short.odd[-1])}. Sequences "
            "of one block must be equally long, and another one has "
            f"{len(BITS) + PADS} steps.",
        ),
        caption(
            f"Padding: {PADS} steps of zeros",
            "The cell does not know that nothing comes any more; its [[biases]] and U·h go on. At "
            f"the end c has moved by up to {number(moved)}, and “odd” has "
            f"{percent(run.padded.odd[-1])}.",
        ),
        caption(
            "Masked: those steps change nothing",
            "With a mask (Keras: Masking, mask_zero; PyTorch: pack_padded_sequence) c stays as it "
            f"was after the last real step: off by {number(held)}, and “odd” has "
            f"{percent(run.masked.odd[-1])} to the end.",
        ),
    )
