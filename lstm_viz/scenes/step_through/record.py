"""What a screen stands for: its inputs, its network with the reader's changes, and the run."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lstm_viz import LSTM, Trace
from lstm_viz.inputs import Inputs, parse
from lstm_viz.networks import NETWORKS, PRESETS, Network, Preset
from lstm_viz.scenes.step_through.link import Screen
from lstm_viz.ui.edits import CLAMPED, Edit

Array = NDArray[np.float64]


@dataclass(frozen=True)
class Experiment:
    """One run, complete: from what was typed to everything that was computed."""

    inputs: Inputs
    network: Network
    cell: LSTM
    trace: Trace
    left_out: tuple[Edit, ...]
    """Changes that do not fit these inputs (from a link written for others)."""


def perform(screen: Screen) -> Experiment:
    """Run what ``screen`` describes.  Raises ``InputError`` if its text cannot be read."""
    inputs = parse(screen.kind, screen.text)
    network = NETWORKS[screen.network]
    cell = network.build(inputs, screen.hidden_size, screen.seed)
    numbers = {name: np.array(array) for name, array in cell.parameters.items()} | {
        "x": np.array(inputs.x),
        "h0": np.zeros(cell.hidden_size),
        "c0": np.zeros(cell.hidden_size),
        "clamp": np.full((len(CLAMPED), cell.hidden_size), np.nan),
    }
    left_out = []
    for edit in screen.edits:
        target = numbers[edit.target]
        if len(edit.index) == target.ndim and all(
            0 <= i < n for i, n in zip(edit.index, target.shape, strict=True)
        ):
            target[edit.index] = np.nan if edit.value is None else edit.value
        else:
            left_out.append(edit)
    cell = LSTM(**{name: numbers[name] for name in cell.names})
    clamp = {
        gate: row
        for gate, row in zip(CLAMPED, numbers["clamp"], strict=True)
        if not np.isnan(row).all()
    }
    trace = cell.run(numbers["x"], numbers["h0"], numbers["c0"], clamp=clamp)
    return Experiment(inputs, network, cell, trace, tuple(left_out))


def preset_of(screen: Screen) -> Preset:
    return next((preset for preset in PRESETS if preset.id == screen.preset), PRESETS[0])


def opened(preset: Preset) -> Screen:
    """The screen as a preset opens it."""
    return Screen(
        preset=preset.id,
        network=preset.network,
        kind=preset.kind,
        text=preset.text,
        hidden_size=preset.hidden_size,
        seed=preset.seed,
    )


def is_as_opened(screen: Screen) -> bool:
    """Nothing but the place differs from the preset."""
    return replace(screen, t=0, stage=0, unit=0) == opened(preset_of(screen))


def with_network(screen: Screen, network_id: str) -> Screen:
    """Another network on the same inputs, read as it can read them; weights start afresh."""
    network = NETWORKS[network_id]
    return replace(
        screen,
        network=network.id,
        kind=screen.kind if screen.kind in network.reads else network.reads[0],
        hidden_size=network.default_hidden,
        edits=_about(screen.edits, "x"),
        unit=0,
    )


def with_text(screen: Screen, kind: str, text: str) -> Screen:
    """Other inputs: what was changed about the old ones goes."""
    kept = _about(screen.edits, "weight_hh", "bias", "h0", "c0", "clamp")
    return replace(screen, kind=kind, text=text, edits=kept)


def with_hidden_size(screen: Screen, hidden_size: int) -> Screen:
    """More or fewer units: all weights are new, what was changed about the inputs stays."""
    return replace(
        screen,
        hidden_size=hidden_size,
        edits=_about(screen.edits, "x"),
        unit=min(screen.unit, hidden_size - 1),
    )


def with_seed(screen: Screen, seed: int) -> Screen:
    """Other random weights: what was changed about the old ones goes."""
    return replace(screen, seed=seed, edits=_about(screen.edits, "x", "h0", "c0", "clamp"))


def with_edits(screen: Screen, edits: Iterable[Edit]) -> Screen:
    """Numbers changed by hand; the latest change of a number is the one that counts."""
    latest = {(edit.target, edit.index): edit for edit in screen.edits}
    for edit in edits:
        latest.pop((edit.target, edit.index), None)
        if edit.target != "clamp" or edit.value is not None:
            latest[edit.target, edit.index] = edit
    return replace(screen, edits=tuple(latest.values()))


def _about(edits: Iterable[Edit], *targets: str) -> tuple[Edit, ...]:
    return tuple(edit for edit in edits if edit.target in targets)
