"""A reading as what is sent to the browser, for the page "Read along".

A few units of the network are shown at a time, and only those are sent: the chosen one's six
signals as float32 (the browser multiplies many forget gates for the ledger), everything that is
only painted as 16 bits.  500 characters are about 43 KB, 5,000 about 360 KB.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from lstm_viz.figures.reading.picture import colorscale, picture
from lstm_viz.figures.reading.rows import GATES, SIGNALS
from lstm_viz.figures.style import THEMES
from lstm_viz.player import contract
from lstm_viz.player.payload import base64_of, packed
from lstm_viz.reading.record import Reading
from lstm_viz.reading.writing import Writing
from lstm_viz.signals import LSTM_SIGNALS
from lstm_viz.trace import Trace

Array = NDArray[np.floating[Any]]
Paint = Literal["surprise"] | tuple[str, int]
"""What the letters are painted with: their surprise, or a signal of a unit (from 0)."""

LONGEST = 5_000
"""A longer text is cut in the browser, with a note; in characters."""


def reading_payload(
    reading: Reading,
    *,
    units: Sequence[int],
    paint: Paint = "surprise",
    scale_of: Reading | None = None,
) -> contract.Reading:
    """Everything the component needs, ready for ``json.dumps``.

    ``units`` are the chosen unit and up to three others, from 0.  ``scale_of`` is the reading whose
    cell states say what full colour stands for, so that two readings of one text, with gates held
    and without, can be compared; without it ``reading`` itself.  Raises ``ValueError`` for units or
    a signal that there are not.
    """
    check(reading.hidden_size, units, paint)
    trace, chosen = reading.trace, units[0]
    usual = (scale_of or reading).trace.c
    signal = paint if paint == "surprise" else paint[0]
    return {
        "kind": "reading",
        **packed_record(reading, units, paint, usual),
        "readAs": {t: reading.read_as[t] for t in np.flatnonzero(reading.mapped).tolist()},
        "alphabet": list(reading.alphabet),
        "unit": chosen,
        "start": float(trace.c_prev[0, chosen] if len(reading) else reading.state[0][1][chosen]),
        "picture": picture(units, paint=signal),
        "words": {
            row.name: {"symbol": row.symbol, "color": row.color}
            for row in LSTM_SIGNALS
            if row.name in SIGNALS
        },
        "palettes": THEMES,
        "longest": LONGEST,
    }


def check(hidden_size: int, units: Sequence[int], paint: Paint) -> None:
    """Raises ``ValueError`` for units or a signal that there are not."""
    for unit in (*units, *(() if paint == "surprise" else (paint[1],))):
        if not 0 <= unit < hidden_size:
            raise ValueError(f"a unit must be from 0 to {hidden_size - 1}, got {unit}")
    if paint != "surprise" and paint[0] not in SIGNALS:
        raise ValueError(f"letters can be painted with surprise or {SIGNALS}, got {paint[0]!r}")


def packed_record(
    of: Reading | Writing, units: Sequence[int], paint: Paint, usual: Array
) -> contract.ReadRecord:
    """The characters, and what happened in these units, the first of them whole.

    ``usual`` (T, H) are the cell states that say what full colour stands for.
    """
    trace, (chosen, *others) = of.trace, units
    return {
        "characters": list(of.text),
        "surprise": packed(np.asarray(of.surprise)),
        "top": packed_bytes(np.asarray(of.top)),
        "topProbability": packed_shares(np.asarray(of.top_probability)),
        "signals": {name: packed(getattr(trace, name)[:, chosen]) for name in SIGNALS},
        "others": [
            {
                "unit": unit,
                "scale": full_colour(usual[:, unit]),
                "size": full_colour(trace.c[:, unit]),
                "c": _signed(trace.c[:, unit]),
            }
            for unit in others
        ],
        "scale": full_colour(usual[:, chosen]),
        "paint": _painted(trace, paint, usual),
    }


def _painted(trace: Trace, paint: Paint, usual: Array) -> contract.Paint:
    """What each letter is painted with, from 0 or −1 to 1, and the colours of that."""
    if paint == "surprise":
        return {
            "signal": "surprise",
            "colorscale": colorscale("surprise"),
            "scale": 1.0,
            "values": None,
        }
    name, unit = paint
    values = getattr(trace, name)[:, unit]
    scale = full_colour(usual[:, unit]) if name == "c" else 1.0
    return {
        "signal": name,
        "colorscale": colorscale(name),
        "scale": scale,
        "values": packed_shares(values) if name in GATES else _signed(values, scale),
    }


def full_colour(values: Array) -> float:
    """The largest size in a row of cell states; at least 1, so that small ones look small."""
    return max(1.0, float(np.abs(values).max(initial=0)))


def _signed(values: Array, scale: float | None = None) -> contract.Packed:
    """Values divided by a scale, their own if none is given, as 16 bits; none goes beyond it."""
    return packed_shares((values / (full_colour(values) if scale is None else scale) + 1) / 2)


def packed_shares(array: Array) -> contract.Packed:
    """Numbers from 0 to 1 as 16 bits: 65,535 is 1."""
    steps = np.rint(np.clip(array, 0, 1) * 65_535)
    return {"type": "uint16", "shape": list(array.shape), "data": base64_of(steps, "<u2")}


def packed_bytes(array: NDArray[np.integer[Any]]) -> contract.Packed:
    """Whole numbers from 0 to 255.

    Raises ``ValueError`` for any other: an alphabet has at most 256 characters.
    """
    if array.size and not 0 <= int(array.min()) <= int(array.max()) <= 255:
        raise ValueError(f"expected numbers from 0 to 255, got up to {int(array.max())}")
    return {"type": "uint8", "shape": list(array.shape), "data": base64_of(array, "u1")}
