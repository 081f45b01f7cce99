"""What the reader set up: inputs, a network and their changes to it; and the run of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

import numpy as np

from lstm_viz import GRU, LSTM, Trace
from lstm_viz.inputs import Inputs
from lstm_viz.inputs.characters import left_out
from lstm_viz.networks import NETWORKS, PRESETS, Network, Preset, parse
from lstm_viz.networks.network import CellOf
from lstm_viz.scenes.step_through.edits import Edit, about, clamped, latest, states, write_into
from lstm_viz.trace import Array

MOST_KEPT = 16
"""Runs of the whole server; the longest with the most units and inputs take 9 MB."""
_BIASES = ("bias", "bias_ih", "bias_hh")
MOST_SHOWN = 200
"""Steps of a run that are shown and played at a time."""


@dataclass(frozen=True)
class Setup:
    """Everything that the reader chose: the same is run the same way, number by number.

    ``preset`` and ``network`` are ids; ``kind`` is what ``text`` is read as.  ``table_columns``
    are those of a table, from 0, that the reader ticked, if they did.
    """

    preset: str
    network: str
    kind: str
    text: str
    hidden_size: int
    seed: int
    edits: tuple[Edit, ...] = ()
    table_columns: tuple[int, ...] = ()


@dataclass(frozen=True)
class Experiment:
    """One run, complete: from what was typed to everything that was computed."""

    inputs: Inputs
    network: Network
    cell: CellOf
    trace: Trace
    left_out: tuple[Edit, ...]
    """Changes that do not fit these inputs (from a link written for others)."""


def perform(setup: Setup) -> Experiment:
    """Run it, once: whoever asks again is handed the same run.

    Raises ``InputError`` if its text cannot be read.
    """
    return _performed(replace(setup, preset=""))


@lru_cache(maxsize=MOST_KEPT)
def _performed(setup: Setup) -> Experiment:
    inputs = _read(setup)
    network = NETWORKS[setup.network]
    cell = network.build(inputs, setup.hidden_size, setup.seed)
    numbers = {name: np.array(array) for name, array in cell.parameters.items()} | {
        "x": np.array(inputs.x),
        **{name: np.zeros(cell.hidden_size) for name in states(network.cell)},
        "clamp": np.full((len(clamped(network.cell)), cell.hidden_size), np.nan),
    }
    left_out = write_into(numbers, setup.edits)
    cell = network.cell(**{name: numbers[name] for name in cell.names})
    return Experiment(inputs, network, cell, _run(cell, numbers), left_out)


def _read(setup: Setup) -> Inputs:
    """The text as the network is given it, with a note on what of it cannot be seen."""
    inputs = parse(setup.kind, setup.text, setup.table_columns)
    mark = "\ufeff" if setup.kind == "csv" else ""  # a file's mark of byte order is none of it
    said = left_out(setup.text.removeprefix(mark))
    return replace(inputs, notes=(*inputs.notes, *said)) if said else inputs


def _run(cell: CellOf, numbers: Mapping[str, Array]) -> Trace:
    """The cell on these inputs, from these states, with the gates held that are."""
    x, h0 = numbers["x"], numbers["h0"]
    clamp = {
        gate: row
        for gate, row in zip(clamped(type(cell)), numbers["clamp"], strict=True)
        if not np.isnan(row).all()
    }
    if isinstance(cell, LSTM):
        return cell.run(x, h0, numbers["c0"], clamp=clamp)
    return cell.run(x, h0, clamp=clamp) if isinstance(cell, GRU) else cell.run(x, h0)


def stretch(steps: int, first: int, t: int) -> tuple[int, int]:
    """The steps that are shown, (first, the one after the last): those from ``first`` on.

    If step ``t`` is not among them, it is in the middle of those that are.
    """
    last = max(steps - MOST_SHOWN, 0)
    if not first <= t < first + MOST_SHOWN:
        first = max(t - MOST_SHOWN // 2, 0)
    first = min(first, last)
    return first, min(first + MOST_SHOWN, steps)


def preset_of(setup: Setup) -> Preset:
    return next((preset for preset in PRESETS if preset.id == setup.preset), PRESETS[0])


def opened(preset: Preset) -> Setup:
    """What a preset sets up."""
    return Setup(
        preset=preset.id,
        network=preset.network,
        kind=preset.kind,
        text=preset.text,
        hidden_size=preset.hidden_size,
        seed=preset.seed,
    )


def is_as_opened(setup: Setup) -> bool:
    return setup == opened(preset_of(setup))


def with_network(setup: Setup, network_id: str) -> Setup:
    """Another network on the same inputs, read as it can read them; weights start afresh."""
    network = NETWORKS[network_id]
    return replace(
        setup,
        network=network.id,
        kind=setup.kind if setup.kind in network.reads else network.reads[0],
        hidden_size=network.default_hidden,
        edits=about(setup.edits, "x"),
    )


def with_text(setup: Setup, kind: str, text: str, table_columns: tuple[int, ...] = ()) -> Setup:
    """Other inputs: what was changed about the old ones goes."""
    kept = about(setup.edits, "weight_hh", *_BIASES, "h0", "c0", "clamp")
    return replace(setup, kind=kind, text=text, edits=kept, table_columns=table_columns)


def with_hidden_size(setup: Setup, hidden_size: int) -> Setup:
    """More or fewer units: all weights are new, what was changed about the inputs stays."""
    return replace(setup, hidden_size=hidden_size, edits=about(setup.edits, "x"))


def with_seed(setup: Setup, seed: int) -> Setup:
    """Other random weights: what was changed about the old ones goes."""
    return replace(setup, seed=seed, edits=about(setup.edits, "x", "h0", "c0", "clamp"))


def with_edits(setup: Setup, edits: Iterable[Edit]) -> Setup:
    """Numbers changed by hand; the latest change of a number is the one that counts."""
    return replace(setup, edits=latest(setup.edits, edits))
