"""A text of small sentences that we make up: enough of it to learn from, and free of any rights.

A verb agrees with a noun some words before it, which may have other nouns after it ("the cats near
the dog sleep."), and what is said in quotes ends with its quote: two things for a memory to hold.
"""

import numpy as np

NOUNS = ("cat", "dog", "bird", "fox", "girl", "boy")
VERBS = ("sleep", "sing", "run", "wait", "jump", "dream")
SEEING = ("see", "hear", "like", "follow")
SAYING = ("say", "think", "write")
PLACES = ("near", "behind", "with")


class _Speaker:
    """Says sentences; every choice is a draw from `rng`."""

    def __init__(self, rng: np.random.Generator) -> None:
        self.rng = rng

    def one_of(self, words: tuple[str, ...]) -> str:
        return words[self.rng.integers(len(words))]

    def noun(self) -> tuple[str, bool]:
        """A noun with its article, and whether it is plural."""
        plural = bool(self.rng.random() < 0.5)
        return f"the {self.one_of(NOUNS)}{'s' * plural}", plural

    def verb(self, verbs: tuple[str, ...], plural: bool) -> str:
        return self.one_of(verbs) + "s" * (not plural)

    def subject(self) -> tuple[str, bool]:
        """Who does it, sometimes with a place or with who sees them; whether it is plural."""
        who, plural = self.noun()
        kind = self.rng.random()
        if kind < 0.3:
            who += f" {self.one_of(PLACES)} {self.noun()[0]}"
        elif kind < 0.5:
            seer, many = self.noun()
            who += f" that {seer} {self.verb(SEEING, many)}"
        return who, plural

    def clause(self) -> str:
        who, plural = self.subject()
        if self.rng.random() < 0.5:
            return f"{who} {self.verb(VERBS, plural)}"
        return f"{who} {self.verb(SEEING, plural)} {self.noun()[0]}"

    def sentence(self) -> str:
        if self.rng.random() < 0.2:
            who, plural = self.noun()
            return f'{who} {self.verb(SAYING, plural)} "{self.clause()}".'
        return f"{self.clause()}."


def sentences(length: int, rng: np.random.Generator) -> str:
    """Sentences, one a line, at least `length` characters together."""
    speaker = _Speaker(rng)
    lines: list[str] = []
    written = 0
    while written < length:
        lines.append(speaker.sentence() + "\n")
        written += len(lines[-1])
    return "".join(lines)
