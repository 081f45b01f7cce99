"""What the reader sets, and how it stands in the link."""

from __future__ import annotations

from lstm_viz.ui.params import Param, Pick

KEY = "how-it-learns"
WHICH = Pick("train", ("shipped", "own"), "shipped")
BIAS = Pick("bias", ("-2", "-1", "0", "1", "2", "3", "4"), "-2")
"""The forget bias that a training of the reader's begins with."""
PARAMS: tuple[Param, ...] = (WHICH, BIAS)
MOST_SHOTS = 20
"""Of any film: all jobs found one by one, the slow step, and the rest."""
