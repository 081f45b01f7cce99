"""Keys saved on held-out text, and the gate to look at: measured once, kept beside this file.

The trigram model needs all training texts, which do not ship: ``savings.json`` is written by

    python -m lstm_viz.reading.typing_aid

which takes about six minutes (``measure.py``).
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources

FILE = resources.files(__package__) / "savings.json"
COMMAND = "python -m lstm_viz.reading.typing_aid"


@dataclass(frozen=True)
class Passage:
    """A held-out piece that ships."""

    text: str
    source: str


@dataclass(frozen=True)
class Measured:
    """Keys that a typist pressed who took every right offer, for so many characters."""

    characters: int
    network: int
    trigram: int

    @property
    def saved_by_network(self) -> float:
        return 1 - self.network / self.characters

    @property
    def saved_by_trigram(self) -> float:
        return 1 - self.trigram / self.characters


@dataclass(frozen=True)
class Look:
    """The one gate that follows where words end most closely, and what it does on the passage.

    ``r`` is its correlation with the rule, ``between`` and ``within`` are how far it is open on
    average at a space or a line break, and at a character of a word; ``keys_held`` are the keys of
    the passage with this gate of this unit held shut, ``keys_others`` the median of the same for
    so many ``others``, one at a time.
    """

    gate: str
    unit: int
    rule: str
    r: float
    between: float
    within: float
    keys_held: int
    others: int
    keys_others: int


@dataclass(frozen=True)
class Savings:
    """``on_plays`` are all held-out plays, ``on_passage`` the piece that ships."""

    made_on: str
    plays: tuple[str, ...]
    on_passage: Measured
    on_plays: Measured
    look: Look


@cache
def _file() -> dict[str, dict[str, object]]:
    found: dict[str, dict[str, object]] = json.loads(FILE.read_text("utf-8"))
    return found


@cache
def passage() -> Passage:
    return Passage(**_file()["passage"])  # type: ignore[arg-type]


@cache
def measured_savings() -> Savings:
    found = _file()
    return Savings(
        made_on=str(found["made"]["on"]),
        plays=tuple(found["made"]["plays"]),  # type: ignore[arg-type]
        on_passage=Measured(**found["on_passage"]),  # type: ignore[arg-type]
        on_plays=Measured(**found["on_plays"]),  # type: ignore[arg-type]
        look=Look(**found["look"]),  # type: ignore[arg-type]
    )
