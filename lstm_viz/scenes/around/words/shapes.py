"""What is said of samples, time and features."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.notation import number
from lstm_viz.scenes.around.record.shapes import Shapes


def told(run: Shapes) -> tuple[Caption, ...]:
    samples, steps, features = run.block.shape
    off = float(abs(run.said - run.wanted).max())
    return (
        caption(
            f"{samples} samples × {steps} steps × {features} features",
            "One sample is one whole [[sequence]]. The samples of a block do not know of each "
            "other: they only run side by side, to save time. Turn the block: from one side you "
            "see a sample, from the other a feature, from above a step.",
        ),
        caption(
            "One step: a row of each sample",
            f"At step 3 the cell reads this row of {features} numbers, of every sample at once. "
            f"It reads {steps} such rows, one after the other.",
        ),
        caption(
            "One feature: a column of each sample",
            "What was measured at every step. The first is a number, the second marks the two "
            f"numbers to add. The cell was built for {features} features; the number of steps it "
            "does not know.",
        ),
        caption(
            "Units are not steps",
            f"h of sample 1 has {steps} rows, since there are {steps} steps, and {run.h.shape[1]} "
            "columns, since the cell was built with so many units. LSTM(50) means 50 columns "
            "here; it says nothing about steps.",
        ),
        caption(
            "Time and features exchanged: refused",
            f"Now a step has {steps} features, and the weights are for {features}. This network "
            f"says: “{run.refusal}”.",
        ),
        caption(
            "What it answers when the block is right",
            "It was trained to say ½ + ¼ of the sum of the marked numbers. It is off by "
            f"{number(off)} at most.",
        ),
        caption(
            "Samples and time exchanged: nonsense, without a word",
            f"Read as {samples} steps of {steps} samples, every row still has {features} numbers, "
            f"so nothing is refused: there are {steps} answers to {samples} sums. In PyTorch this "
            "is batch_first; Keras has samples first.",
        ),
    )
