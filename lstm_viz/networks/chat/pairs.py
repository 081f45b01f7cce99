"""What was said and answered: the pairs the chatbot learned from, and those kept from it.

They ship, because the page shows the nearest of them beside every reply. ``recipes/chat_data.py``
takes them from the package `chatterbot-corpus` (BSD licence).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from lstm_viz.networks.chat.words import SPECIAL, Vocabulary, asked, pieces

LICENCE = "BSD, Gunther Cox and contributors, github.com/gunthercox/chatterbot-corpus"
FILE = resources.files("lstm_viz.networks.chat") / "files" / "pairs.json"


@dataclass(frozen=True)
class Pair:
    """``line`` and ``reply`` as they stand in the corpus, the reply cut to whole sentences."""

    line: str
    reply: str

    @property
    def asked(self) -> tuple[str, ...]:
        return asked(self.line)

    @property
    def answered(self) -> tuple[str, ...]:
        return pieces(self.reply)


@dataclass(frozen=True)
class Pairs:
    """No line of ``held_out`` is one of ``training``; ``words`` are all that both know."""

    training: tuple[Pair, ...]
    held_out: tuple[Pair, ...]
    vocabulary: Vocabulary
    source: str

    def to_json(self) -> str:
        parts = {"training": self.training, "held_out": self.held_out}
        rows = {name: [[pair.line, pair.reply] for pair in part] for name, part in parts.items()}
        own = [word for word in self.vocabulary.words if word not in SPECIAL]
        return json.dumps(
            {"source": self.source, "licence": LICENCE, **rows, "words": own},
            ensure_ascii=False,
            indent=0,
        )

    @classmethod
    def from_json(cls, text: str) -> "Pairs":
        found = json.loads(text)
        return cls(
            tuple(Pair(*row) for row in found["training"]),
            tuple(Pair(*row) for row in found["held_out"]),
            Vocabulary((*SPECIAL, *found["words"])),
            found["source"],
        )


@cache
def pairs() -> Pairs:
    """Those that ship."""
    return Pairs.from_json(FILE.read_text("utf-8"))


def replies(of: tuple[Pair, ...]) -> Mapping[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """By line, all replies there are to it."""
    found: dict[tuple[str, ...], tuple[tuple[str, ...], ...]] = {}
    for pair in of:
        found[pair.asked] = (*found.get(pair.asked, ()), pair.answered)
    return found
