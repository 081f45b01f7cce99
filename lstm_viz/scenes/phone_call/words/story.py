"""What a story is: moments told stage by stage."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Beat:
    """One moment of a story, one step of the run.

    ``word`` is the token that the network reads, ``label`` what the reader sees.  ``told`` has a
    sentence for each stage: ``{f:a song|%}`` is the forget gate of the unit called "a song".
    """

    word: str
    label: str
    heard: str
    said: str
    told: tuple[str, ...]
    speaks: tuple[int | None, ...] = ()
    """For each stage the unit (from 0) that its sentence speaks of, the first of it if several."""
    news: tuple[int, ...] = (0, 1, 2)
    """The stages that have news; the others are there for who goes to them."""


@dataclass(frozen=True)
class Story:
    units: tuple[str, ...]
    beats: tuple[Beat, ...]
    opening: str
    """What the reader will see, in Markdown."""
    ending: str
    """Where the analogy breaks, in Markdown."""
    quoted: tuple[str, ...] = ()
    """Names of units that a sentence puts in quotes, since they read like a part of it."""

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(beat.word for beat in self.beats)

    @property
    def speaks(self) -> tuple[tuple[int | None, ...], ...]:
        return tuple(beat.speaks for beat in self.beats)

    @property
    def passed(self) -> tuple[tuple[int, int], ...]:
        """The frames (moment, stage) without news."""
        return tuple(
            (t, stage)
            for t, beat in enumerate(self.beats)
            for stage in range(len(beat.told))
            if stage not in beat.news
        )

    def name(self, unit: int) -> str:
        """What a sentence calls a unit (from 0)."""
        name = self.units[unit]
        return f"“{name}”" if name in self.quoted else name

    def templates(self) -> tuple[tuple[str, ...], ...]:
        """The sentences with every unit's name replaced by its number: ``{f:1|%}``."""
        return tuple(tuple(self._numbered(text) for text in beat.told) for beat in self.beats)

    def _numbered(self, text: str) -> str:
        for number, unit in enumerate(self.units):
            text = text.replace(f":{unit}", f":{number}")
        return text
