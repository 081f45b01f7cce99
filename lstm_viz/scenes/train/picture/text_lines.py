"""The example's words, a line each: what it reads, what is wanted, what the network says.

A line says everything if its columns have the room; else less, so that no two texts meet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from lstm_viz.figures.shapes import NO_TEXT, Side, Text
from lstm_viz.scenes.train.picture.layout import TrainingLayout, line_y
from lstm_viz.scenes.train.record.training_record import TrainingRecord

LETTER = 0.62
"""The width of a letter, as a share of its size."""
APART = 4.0
"""Pixels between two texts, at least."""
LONGEST_ANSWER = 5
"""In letters; longer answers are numbered even where there is room: they would be all there is."""
NUMBER = len("−0.000")
MARKS = {True: "✓", False: "✗", None: ""}
MARK = "*"
BRIEF = {"start": "⊢"}
"""The sign for the left end of a string."""


@dataclass(frozen=True)
class TextLine:
    """``shown`` are the columns (from 0) that have texts; ``alone`` ones are wider than theirs."""

    name: str
    size: float
    shown: frozenset[int]
    alone: bool
    longest: int = 1
    """In letters."""

    def item(self, layout: TrainingLayout, t: int, count: int, text: str, colour: str) -> Text:
        """Where the text of a column stands; one that stands alone stays inside the picture."""
        x, half = layout.x(t, count), layout.columns(count) / 2
        side: Side = "center"
        if self.alone:
            x, side = (x + half, "left") if 2 * t >= count else (x - half, "right")
        return Text(x, line_y(layout, self.name), text, side, self.size, colour)

    def room(self, layout: TrainingLayout, count: int) -> dict[str, object]:
        """What the player has to know to leave texts out where its letters are larger."""
        columns = sorted(self.shown)
        gap = min((b - a for a, b in pairwise(columns)), default=count)
        room = round(gap * layout.columns(count), 2)
        return {"columns": columns, "room": room, "needs": self.longest * LETTER}

    def texts(self, texts: Sequence[str]) -> list[str]:
        return [text if text and t in self.shown else NO_TEXT for t, text in enumerate(texts)]


def reads(layout: TrainingLayout, watched: TrainingRecord) -> tuple[TextLine, tuple[str, ...]]:
    """The line of what is read, and its texts: whole, brief, or only the marks."""
    tokens = watched.tokens
    marks = tuple(MARK if token.endswith(MARK) else "" for token in tokens)
    for texts in (tokens, tuple(map(_brief, tokens)), marks):
        line = _line("reads", layout, texts, longest=max(map(len, texts)))
        if line.shown:
            return line, texts
    return line, texts


def signs(layout: TrainingLayout, watched: TrainingRecord) -> tuple[str, ...]:
    """What the signs mean that stand for words of the line that is read."""
    line, texts = reads(layout, watched)
    there = set(texts) if line.shown else set()
    return tuple(f"{sign} {word}" for word, sign in BRIEF.items() if sign in there)


def wanted(layout: TrainingLayout, watched: TrainingRecord) -> tuple[TextLine, tuple[str, ...]]:
    texts = short(layout, watched, watched.wanted)
    return _line("wanted", layout, texts, longest=max(map(len, texts))), texts


def says(layout: TrainingLayout, watched: TrainingRecord) -> TextLine:
    """Numbers are said only where one is asked for."""
    if watched.answers:
        whole = short(layout, watched, watched.answers)
        return _line("says", layout, watched.tokens, longest=max(map(len, whole)))
    return _line("says", layout, watched.wanted, longest=NUMBER)


def so(layout: TrainingLayout, watched: TrainingRecord) -> TextLine:
    return _line("so", layout, watched.wanted, longest=1)


def short(layout: TrainingLayout, watched: TrainingRecord, texts: Sequence[str]) -> tuple[str, ...]:
    """Answers as they stand in the columns; long ones by their number (``numbered``)."""
    if not numbered(layout, watched):
        return tuple(text.replace(" or ", "/") for text in texts)
    of = {answer: str(k) for k, answer in enumerate(watched.answers, start=1)}
    return tuple(
        "/".join(of[part] for part in text.split(" or ")) if text else "" for text in texts
    )


def numbered(layout: TrainingLayout, watched: TrainingRecord) -> bool:
    """Answers that are words do not fit the columns: they are numbered, and a legend names them."""
    longest = max(map(len, watched.answers), default=0)
    fits = _size(layout, len(watched.tokens), longest) is not None
    return longest > LONGEST_ANSWER or (longest > 1 and not fits)


def _line(name: str, layout: TrainingLayout, texts: Sequence[str], *, longest: int) -> TextLine:
    """Room for texts of so many letters wherever there is one in ``texts``."""
    said = frozenset(t for t, text in enumerate(texts) if text)
    size = _size(layout, len(texts), longest)
    if size is not None:
        return TextLine(name, size, said, alone=False, longest=longest)
    width = longest * LETTER * layout.letters[-1] + APART
    columns = sorted(said)
    gaps = [b - a for a, b in pairwise(columns)]
    apart = all(gap * layout.columns(len(texts)) >= width for gap in gaps)
    shown = said if apart else frozenset()
    return TextLine(name, layout.letters[-1], shown, alone=True, longest=longest)


def _size(layout: TrainingLayout, count: int, longest: int) -> float | None:
    """The best size of letters in which so many of them fit a column."""
    room = layout.columns(count)
    return next((size for size in layout.letters if longest * LETTER * size <= room), None)


def _brief(token: str) -> str:
    """A number with one digit, ``−0.48*`` as ``−.5*``; a word as its sign."""
    mark = MARK if token.endswith(MARK) else ""
    try:
        value = float(token.removesuffix(MARK).replace("−", "-"))
    except ValueError:
        return BRIEF.get(token, token)
    digits = f"{abs(value):.1f}".removeprefix("0")
    return ("−" if value <= -0.05 else "") + digits + mark
