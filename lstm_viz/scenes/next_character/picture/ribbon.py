"""The letters in a row, and the gate under each: what of it a frame shows."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from lstm_viz.figures.shapes import NO_TEXT, Patch, patch, stroke
from lstm_viz.notation import number
from lstm_viz.reading.typing_aid import Look, Typing
from lstm_viz.scenes.next_character.picture.layout import TypingLayout
from lstm_viz.scenes.next_character.words import letters

TO_COME = 0.3
"""How strong what is not typed yet is drawn."""
ROUND = 4
"""So far the frame round the current letter reaches beyond it."""


@dataclass(frozen=True, eq=False)
class Ribbon:
    """Place 0 is that of the line break that the network reads before any text."""

    layout: TypingLayout
    typing: Typing
    look: Look

    @cached_property
    def _letters(self) -> list[str]:
        shown = (NO_TEXT if one == " " else letters(one) for one in self.typing.text)
        return ["⏎", *shown]

    @cached_property
    def _opened(self) -> list[float]:
        values = getattr(self.typing.trace, self.look.gate)[:, self.look.unit]
        return [round(float(value), 4) for value in values]

    @cached_property
    def _tops(self) -> list[float]:
        return [self.layout.lane.up(gate) for gate in self._opened]

    @cached_property
    def _middles(self) -> list[float]:
        return [round((top + self.layout.lane.bottom) / 2, 2) for top in self._tops]

    @cached_property
    def _lengths(self) -> list[float]:
        return [stroke(self.layout.lane.bottom - top) for top in self._tops]

    @cached_property
    def _by_key(self) -> list[float]:
        """1 at what an offer put in, by the typist who takes every right one."""
        put = {at + 1 for start, end in self.typing.typed.taken for at in range(start, end)}
        return [float(place in put) for place in range(len(self._letters))]

    def patches(self, at: int) -> dict[str, Patch]:
        layout, typing = self.layout, self.typing
        first = layout.window(at, len(typing))
        shown = slice(first, first + layout.columns)
        count = len(self._letters[shown])
        rest = layout.columns - count
        typed = at - first + 1  # so many of the columns
        strong = [1.0] * typed + [TO_COME] * (count - typed)
        here, none = layout.across(at - first), [0.0] * rest
        by_key = [round(a * b, 2) for a, b in zip(self._by_key[shown], strong, strict=True)]
        inks = ["$ink"] * typed + ["$muted"] * (layout.columns - typed)
        if first == 0:
            inks[0] = "$muted"
        return {
            "here": patch(self._box(here)),
            "by key": patch(opacity=by_key + none),
            "letters": patch(text=self._letters[shown] + [NO_TEXT] * rest, ink=inks),
            "gate": {"y": self._middles[shown] + [layout.lane.bottom] * rest}
            | patch(
                size=self._lengths[shown] + none,
                colour=self._opened[shown] + none,
                opacity=strong + none,
            ),
            "gate now": patch(
                [(round(here, 2), layout.lane.bottom + layout.small * 0.8)],
                text=[number(self._opened[at])],
            ),
        }

    def _box(self, x: float) -> list[tuple[float, float]]:
        across, up = self.layout.column / 2, self.layout.size_of_letter / 2 + ROUND
        left, right = round(x - across, 2), round(x + across, 2)
        top, bottom = round(self.layout.letter - up, 2), round(self.layout.letter + up, 2)
        return [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
