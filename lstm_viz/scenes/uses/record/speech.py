"""A spoken digit, and which one it was."""

from __future__ import annotations

import numpy as np

from lstm_viz.networks.digits.files import load
from lstm_viz.networks.digits.hear import hear
from lstm_viz.networks.digits.recordings import word_of
from lstm_viz.scenes.uses.record.use import STEPS, Moment, Use, moved_most

RECORDING = "a-seven"


def speech() -> Use:
    """Each moment is an eighth of the recording."""
    found = hear(load(), word_of(RECORDING))
    loud = [float(np.abs(part).max()) for part in np.array_split(found.samples, STEPS)]
    moments = tuple(
        Moment(
            f"part {k + 1}",
            found.answer if k == STEPS - 1 else "",
            reads_at=(round(level / max(loud), 4),),
        )
        for k, level in enumerate(loud)
    )
    ends = [int(part[-1]) for part in np.array_split(np.arange(len(found)), STEPS)]
    gate = moved_most((found.trace, ends))
    return Use("speech", "Speech", moments, gate)
