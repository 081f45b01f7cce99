"""The entry that a link opens the glossary at: ``term=forget-gate``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lstm_viz.lesson.glossary import entry


@dataclass(frozen=True)
class Term:
    """The id of an entry, found by any of its names."""

    name: str = "term"
    default: None = None
    wanted: str = "a term or symbol of the glossary"

    def read(self, text: str) -> str:
        try:
            return entry(text).id
        except KeyError:
            raise ValueError(text) from None

    def write(self, value: Any) -> str:
        return str(value)
