"""The gates and states of a reading as files: arrays for NumPy, a table for a spreadsheet."""

import csv
import io
from collections.abc import Sequence
from typing import Any

import numpy as np

from lstm_viz.reading.record import Reading
from lstm_viz.signals import LSTM_SIGNALS, gates
from lstm_viz.trace import Array

SAVED = (*gates(LSTM_SIGNALS), "c", "h")
"""Forget and input gate, candidate, output gate, cell state, hidden state; as in a ``Trace``."""


def as_npz(read: Reading, units: Sequence[int]) -> bytes:
    """``f``, ``c`` and so on, (T, U) each for the U ``units`` (from 0), and what they belong to.

    ``units``: (U,); ``characters`` and ``read_as``: (T,); ``surprise``: (T,) in bits; ``c0`` and
    ``h0``: (U,), the states before the text; ``clamped_f`` for a gate that is held: (U,), NaN where
    it is free.
    """
    few, trace = list(units), read.trace
    contents: dict[str, Any] = {
        "units": np.array(few, dtype=np.int64),
        "characters": np.array(read.text, dtype=np.str_),
        "read_as": np.array(read.read_as, dtype=np.str_),
        "surprise": read.surprise,
        **_signals(read, few),
        **{f"clamped_{gate}": held[few] for gate, held in trace.clamped.items()},
    }
    if len(read):
        contents |= {"c0": trace.c0[few], "h0": trace.h0[few]}
    file = io.BytesIO()
    np.savez_compressed(file, **contents)
    return file.getvalue()


def as_csv(read: Reading, units: Sequence[int]) -> bytes:
    """One row a character: ``t``, what came, what it was read as, its surprise; then ``f_98``, …:
    each signal of each unit, by its number from 0, in full precision.
    """
    signals = _signals(read, list(units))
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    named = [f"{name}_{unit}" for name in signals for unit in units]
    table.writerow(["t", "character", "read_as", "surprise", *named])
    values = np.concatenate([read.surprise[:, np.newaxis], *signals.values()], axis=1)
    for t, row in enumerate(values.tolist()):
        table.writerow([t, read.text[t], read.read_as[t], *row])
    # With its mark of byte order Excel takes it for UTF-8; half of a pair of surrogates has no
    # bytes.
    return text.getvalue().encode("utf-8-sig", "replace")


def _signals(read: Reading, units: list[int]) -> dict[str, Array]:
    return {name: getattr(read.trace, name)[:, units] for name in SAVED}
