"""A param that links held once and that a page no longer has."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.ui.params import Value


@dataclass(frozen=True)
class Gone:
    """``instead`` says what there is now; a link that has it opens without, and that is said."""

    name: str
    instead: str
    default: None = None

    def read(self, text: str) -> Value:
        raise ValueError(text)

    def write(self, value: Value) -> str:
        raise AssertionError(f"{self.name} is never set")

    @property
    def wanted(self) -> str:
        return f"nothing of that name any more: {self.instead}"


HOLD = Gone("hold", "gates are held by hand in Step through a cell")
