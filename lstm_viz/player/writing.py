"""What a network wrote after a text, as what is sent to the browser beside that reading.

The record of the run that wrote it, packed as the reading is, so that each character comes with
its column.  100 characters are about 10 KB.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from lstm_viz.player import contract
from lstm_viz.player.payload import packed
from lstm_viz.player.reading import Paint, check, packed_record, packed_shares
from lstm_viz.reading.record import Reading
from lstm_viz.reading.writing import Writing


def writing_payload(
    writing: Writing,
    after: Reading,
    *,
    units: Sequence[int],
    paint: Paint = "surprise",
    scale_of: Reading | None = None,
) -> contract.Writing:
    """What goes on where the payload of ``after`` ends, ready for ``json.dumps``.

    ``units``, ``paint`` and ``scale_of`` as in that payload (``reading.reading_payload``).  Without
    ``scale_of`` a ``scale`` is the largest cell state of the text and of all that was written: what
    full colour stands for when that is kept.  ``top`` and ``topProbability`` have a row more than
    there are characters, on what comes after them; they are the network's own, ``drawnFrom`` and
    ``drawn`` are after the temperature.

    Raises ``ValueError`` for units or a signal that there are not.
    """
    check(after.hidden_size, units, paint)
    usual = scale_of.trace.c if scale_of else np.concatenate([after.trace.c, writing.trace.c])
    return {
        **packed_record(writing, units, paint, usual),
        "temperature": writing.temperature,
        "drawn": packed(np.asarray(writing.probability)),
        "drawnFrom": packed_shares(np.asarray(writing.top_drawn)),
    }
