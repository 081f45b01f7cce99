"""The characters a network knows, and how any text at all is read with them."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from lstm_viz.inputs.characters import pieces
from lstm_viz.tasks.similar_characters import candidates, without_surrogates

_VISIBLE = {" ": "␣", "\n": "⏎", "\t": "⇥"}


def visible(character: str) -> str:
    """The character, or a sign for one that leaves no ink."""
    return _VISIBLE.get(character, character)


@dataclass(frozen=True, eq=False)
class EncodedText:
    """A text as a network reads it, one step a character as its readers count them.

    indices: (T,), read-only, numbers of the alphabet's characters. shown: what was typed at each
    step (joined it is the text, but for halves of surrogate pairs, shown as �). mapped: whether the
    network reads something else there than what was typed.
    """

    indices: NDArray[np.int64]
    shown: tuple[str, ...]
    mapped: tuple[bool, ...]


@dataclass(frozen=True)
class Alphabet:
    """The characters of a network, in the order of its inputs and outputs; each a single one."""

    characters: tuple[str, ...]

    def __post_init__(self) -> None:
        if not self.characters:
            raise ValueError("an alphabet must have at least one character, got none")
        for character in self.characters:
            if not isinstance(character, str) or len(character) != 1:
                raise ValueError(f"an alphabet must hold single characters, got {character!r}")
        if len(self._index) != len(self.characters):
            repeated = next(c for c in self.characters if self.characters.count(c) > 1)
            raise ValueError(f"each character may come once in an alphabet, got {repeated!r} again")

    @classmethod
    def of(cls, text: str) -> "Alphabet":
        """Every character of `text`, sorted."""
        return cls(tuple(sorted(set(text))))

    @cached_property
    def _index(self) -> dict[str, int]:
        return {character: k for k, character in enumerate(self.characters)}

    def __len__(self) -> int:
        return len(self.characters)

    @property
    def stand_in(self) -> str:
        """What is read for a character with nothing near it: a space, or else the first one."""
        return " " if " " in self._index else self.characters[0]

    def nearest(self, piece: str) -> str:
        """The character that is read for `piece`, which may be any character of Unicode.

        Itself if it is known; else the first known of: the letter without its accents, the plain
        form of quotes, dashes, spaces, line breaks, ligatures and digits, the letter in the other
        case; else the stand-in.
        """
        if piece in self._index:
            return piece
        return next((c for c in candidates(piece) if c in self._index), self.stand_in)

    def encode(self, text: str) -> EncodedText:
        """Any text at all, the empty one too."""
        typed = pieces(text)
        number = {piece: self._index[self.nearest(piece)] for piece in set(typed)}
        unknown = {piece for piece in number if piece not in self._index}
        indices = np.array([number[piece] for piece in typed], np.int64)
        indices.flags.writeable = False
        mapped = tuple(piece in unknown for piece in typed)
        shown = {piece: without_surrogates(piece) for piece in number}
        return EncodedText(indices, tuple(shown[piece] for piece in typed), mapped)

    def one_hot(self, indices: NDArray[np.integer]) -> NDArray[np.float32]:
        """indices: (…), result: (…, I)"""
        return np.asarray(np.eye(len(self), dtype=np.float32)[indices])

    def decode(self, indices: NDArray[np.integer]) -> str:
        """indices: (T,), the text that they stand for."""
        return "".join(self.characters[k] for k in indices)
