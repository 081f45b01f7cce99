"""What the reader sets, and how it stands in the link."""

from __future__ import annotations

from lstm_viz.ui.params import Number, Param, Pick

KEY = "how-it-learns"
WHICH = Pick("train", ("shipped", "own", "gradient"), "shipped")
"""The recorded training, one of the reader's own, or what tanh does to gradients."""
BIAS = Pick("bias", ("-2", "-1", "0", "1", "2", "3", "4"), "-2")
"""The forget bias that a training of the reader's begins with."""
GAIN = Number("gain", 0.5, 2.0, 1.2)
"""By how much U stretches, where tanh and gradients are shown."""
PARAMS: tuple[Param, ...] = (WHICH, BIAS, GAIN)
MOST_SHOTS = 20
"""Of any film: all jobs found one by one, the slow step, and the rest."""
