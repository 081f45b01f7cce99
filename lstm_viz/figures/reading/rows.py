"""Where the rows of the aligned picture stand: pixels, from the top, y downwards.

The columns are the browser's business (the reader zooms and pans); the rows are the same for every
text.  From the top: surprise, the letters, three guesses made before each letter was seen, the six
signals of the chosen unit, the cell state of the other chosen units.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lstm_viz.lesson.glossary import entry
from lstm_viz.signals import LSTM_SIGNALS, gates, shares, signal

SIGNALS = (*gates(LSTM_SIGNALS), "c", "h")
"""The rows of the chosen unit, in the order in which the cell computes them."""
GATES = shares(LSTM_SIGNALS)
GUESSES = ("1st guess", "2nd guess", "3rd guess")
SAYS = {
    "surprise": "How little the network expected this character, in bits.",
    "letters": "The text, each character painted with what was chosen above.",
    "guess": "What the network held for probable here before it saw the character; the right one "
    "is framed.",
    "f": "The share of the old cell state that is kept.",
    "i": "The share of the candidate that is added to the cell state.",
    "g": "What the step offers to the cell state.",
    "o": "The share of the squashed cell state that is shown outside.",
    "c": "What the unit remembers: f of the old cell state and i of the candidate.",
    "h": "What the unit gives out: o of the squashed cell state.",
    "ledger": "What is left of each earlier write after all forget gates since; with what is left "
    "of the state before the text they sum to c.",
}
"""One sentence on each row; of a signal in the words of its equation."""
TERMS = {
    "surprise": "surprise",
    "letters": "alphabet",
    "guess": "next-character network",
    "ledger": "memory ledger",
}
"""The glossary's words for rows that are no signals; those are called by their label."""
MOST_UNITS = 4
"""The chosen unit and up to three others."""

SURPRISE = 40
"""Height of a full bar; so much room is left above it and below."""
MARGIN = 4
FINE = {"text": 8, "unit": 9, "other": 9}
"""A group's rows are whole multiples of this high: Plotly draws even heatmaps fastest."""
LETTERS, GUESS, ROW, SPACE = 24, 16, 18, 9
"""Heights of the letters, of a guess, of a signal, and of the space between groups."""
GAP = 2
"""Of each row so much at its foot is left empty."""


@dataclass(frozen=True)
class Row:
    """One row: ``name`` is a signal's, or ``surprise``, ``letters``, ``guess``."""

    name: str
    top: int
    height: int
    group: str
    """``bars``, ``text``, ``unit`` (the chosen one) or ``other``."""
    label: str
    """In words, HTML; ``symbol`` is the short form for narrow screens."""
    symbol: str
    color: str
    """The role of its label."""
    scale: str
    """What its colours mean: a gate's name, ``paint``, ``guess`` or ``values`` (with a sign)."""
    unit: int | None = None
    rank: int = 0
    """Of a guess, from 0."""

    @property
    def says(self) -> str:
        """The one sentence on what it shows."""
        return SAYS[self.name]

    @property
    def term(self) -> str:
        """The id of its entry in the glossary."""
        if self.name in TERMS:
            return entry(TERMS[self.name]).id
        return entry(signal(LSTM_SIGNALS, self.name).label).id

    @property
    def bottom(self) -> int:
        return self.top + self.height

    @property
    def range(self) -> str:
        """What its palest and its fullest colour stand for; "" where that hangs on the text."""
        if self.name == "guess":
            return "0…100 %"
        if self.name == "c" or self.unit is None:
            return ""
        bounds = signal(LSTM_SIGNALS, self.name)
        return f"±{bounds.high:g}" if bounds.low < 0 else f"{bounds.low:g}…{bounds.high:g}"


def rows(units: Sequence[int]) -> tuple[Row, ...]:
    """The rows for these units (from 0), the chosen one first.

    Raises ``ValueError`` unless there are one to four, each once and none below 0.
    """
    if not 1 <= len(units) <= MOST_UNITS or len(set(units)) != len(units) or min(units) < 0:
        raise ValueError(
            f"units must be one to {MOST_UNITS} different numbers from 0, got {tuple(units)}"
        )
    top = SURPRISE + 2 * MARGIN
    made = [
        Row("surprise", MARGIN, SURPRISE, "bars", "surprise", "bits", "text_surprise", ""),
        Row("letters", top, LETTERS, "text", "text", "", "ink", "paint"),
    ]
    top += LETTERS
    for rank, words in enumerate(GUESSES):
        made.append(
            Row("guess", top, GUESS, "text", words, f"{rank + 1}.", "text_h", "guess", rank=rank)
        )
        top += GUESS
    top += SPACE
    for name in SIGNALS:
        made.append(_signal(name, top, "unit", units[0]))
        top += ROW
    top += SPACE
    for unit in units[1:]:
        made.append(_signal("c", top, "other", unit))
        top += ROW
    return tuple(made)


def _signal(name: str, top: int, group: str, unit: int) -> Row:
    row = signal(LSTM_SIGNALS, name)
    letter = f"<i>{row.symbol.replace('<sub>t</sub>', '')}</i>"
    scale = name if name in GATES else "values"
    return Row(
        name, top, ROW, group, f"{row.label} {letter}", letter, f"text_{row.color}", scale, unit
    )
