"""What it takes to make a shipped network again, and to measure it again."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from lstm_viz.networks.stored import Stored

Report = Callable[[str], None]
"""Hears of the progress of a training, a line at a time."""


class MissingDataError(Exception):
    """The data a network is trained and measured on is not installed; says how to get it."""


@dataclass(frozen=True)
class Measured:
    """How well a network does on examples that training never saw.

    score_name: what the score is, "share of …" or a unit such as "bits a character"; chance: the
    same for someone without a memory, whom `chance_name` may name ("a bigram model"). also: more
    of what was measured, for the metadata.
    """

    score: float
    score_name: str
    chance: float
    chance_name: str = ""
    also: Mapping[str, str] = field(default_factory=dict)

    @property
    def metadata(self) -> dict[str, str]:
        """As metadata."""
        return {
            "score": repr(round(self.score, 6)),
            "score_name": self.score_name,
            "chance": repr(round(self.chance, 6)),
            "chance_name": self.chance_name,
            **self.also,
        }

    @classmethod
    def of(cls, metadata: Mapping[str, str]) -> "Measured":
        """What metadata says was measured."""
        return cls(
            float(metadata["score"]),
            metadata["score_name"],
            float(metadata["chance"]),
            metadata.get("chance_name", ""),
        )


@dataclass(frozen=True, eq=False)
class Recipe:
    """How one network is made.

    train: everything of it but its scores; the same network every time. measure: on held-out
    examples, the same every time. Both raise `MissingDataError` if the data they need is missing.
    """

    name: str
    train: Callable[[Report], Stored]
    measure: Callable[[Stored], Measured]

    def made(self, tell: Report) -> Stored:
        """The network, trained and measured, as it ships."""
        trained = self.train(tell)
        told = {"name": self.name, "made_by": f"python -m lstm_viz.networks make {self.name}"}
        return Stored(trained.model, {**trained.metadata, **self.measure(trained).metadata, **told})
