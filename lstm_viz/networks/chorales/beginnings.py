"""Beginnings of chorales that training never saw, as the recipe's ``chorales_data`` wrote them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from lstm_viz.networks.chorales.notes import Chords


@dataclass(frozen=True)
class Beginning:
    """``chords``: the first quarters, of which the first ``given`` are the first phrase; ``ends``:
    quarters at which phrases end; ``bar``: quarters of a bar; ``upbeat``: those before it."""

    id: str
    title: str
    chords: Chords
    given: int
    ends: tuple[int, ...] = ()
    bar: int = 4
    upbeat: int = 0


@cache
def beginnings() -> Mapping[str, Beginning]:
    """By name."""
    file = resources.files("lstm_viz.networks.chorales") / "beginnings.json"
    found = [
        Beginning(
            **{
                **one,
                "chords": tuple(map(tuple, one["chords"])),
                "ends": tuple(one["ends"]),
            }
        )
        for one in json.loads(file.read_text(encoding="utf-8"))
    ]
    return {one.id: one for one in found}
