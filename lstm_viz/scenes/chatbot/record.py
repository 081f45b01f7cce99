"""What the chatbot makes of a line, of the same in other words, and what each step rests on."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from lstm_viz.cells import LSTM
from lstm_viz.inputs import InputError
from lstm_viz.networks.chat.compared import Nearest, apart, nearest, on_the_way, without_units
from lstm_viz.networks.chat.files import ATTENTION, PLAIN, load
from lstm_viz.networks.chat.model import Chat
from lstm_viz.networks.chat.pairs import pairs
from lstm_viz.networks.chat.reply import BEAM, Heard, Said, answer, hear
from lstm_viz.networks.chat.words import LONGEST, START, Vocabulary, asked
from lstm_viz.notation import clipped, quoted
from lstm_viz.trace import Array, Trace

MOST_CHARACTERS = 200
LONGEST_WORD = 24
"""Letters of a word that are shown."""


@dataclass(frozen=True)
class Settings:
    """``line`` and ``other`` are words (``words_of``); ``beam``: several beginnings are kept."""

    line: tuple[str, ...]
    other: tuple[str, ...]
    attends: bool
    beam: bool

    @property
    def name(self) -> str:
        """Of the network."""
        return ATTENTION if self.attends else PLAIN

    @property
    def width(self) -> int:
        return BEAM if self.beam else 1


@dataclass(frozen=True)
class Look:
    """The unit of the encoder that the reply rests on most.

    Handed over as 0, in h and c, it makes the reply as a whole less likely than any other unit
    does: ``without`` in place of ``likely``.  ``at``: the word at which most is written to it.
    """

    unit: int
    likely: float
    without: float
    at: int


@dataclass(frozen=True, eq=False)
class Talk:
    """One line and its reply, with all that is shown of them; ``on_the_way`` is empty with
    attention, where the vector is not all that is handed over."""

    settings: Settings
    heard: Heard
    said: Said
    look: Look
    nearest: Nearest
    other: Heard
    other_said: Said
    distance: float
    on_the_way: tuple[Said, ...]

    @property
    def name(self) -> str:
        return self.settings.name

    @property
    def unknown(self) -> tuple[str, ...]:
        """Words of the line that it reads as unknown."""
        both = zip(self.heard.words, self.heard.known, strict=True)
        return tuple(word for word, known in both if not known)


def shown(word: str) -> str:
    """A word with room for it, however long it is."""
    return clipped(word, LONGEST_WORD)


def vocabulary() -> Vocabulary:
    return pairs().vocabulary


def words_of(text: str) -> tuple[str, ...]:
    """The words of a line; ``InputError`` in one sentence for none, or for too many."""
    if len(text) > MOST_CHARACTERS:
        raise InputError(
            f"Expected a line of at most {MOST_CHARACTERS} characters, got {len(text):,}."
        )
    words = asked(text)
    if not 1 <= len(words) <= LONGEST:
        came = f"{len(words)}" if words else quoted(text)
        raise InputError(f"Expected a line of 1 to {LONGEST} words, got {came}.")
    return words


@lru_cache(64)
def talk(settings: Settings) -> Talk:
    """Have the line read and answered."""
    chat, words = load(settings.name).chat, vocabulary()
    heard = hear(chat, words, settings.line)
    said = answer(chat, words, heard, settings.width)
    other = hear(chat, words, settings.other)
    return Talk(
        settings,
        heard,
        said,
        _look(chat, heard, said),
        nearest(settings.name, heard, said),
        other,
        answer(chat, words, other, settings.width),
        apart(settings.name, heard.vector, other.vector),
        () if settings.attends else on_the_way(chat, words, heard, other, settings.width),
    )


def _look(chat: Chat, heard: Heard, said: Said) -> Look:
    without = without_units(chat, vocabulary(), heard, said)
    unit = int(without.argmin())
    at = int(np.abs(heard.trace.written[:, unit]).argmax())
    return Look(unit, float(np.exp(said.log_probability)), float(np.exp(without[unit])), at)


# ---- the cell at a word --------------------------------------------------------------------------


@dataclass(frozen=True, eq=False)
class OneHotRun:
    """A run as a cell that reads words, not embeddings: W·E takes the place of W, and x says which
    of ``columns`` the word is.  All gates and states are the same."""

    trace: Trace
    cell: LSTM
    tokens: tuple[str, ...]
    columns: tuple[str, ...]
    answers: tuple[str, ...]


def encoder_run(found: Talk) -> OneHotRun:
    return _one_hot(load(found.name).chat.encoder, found, found.heard.words, ())


def decoder_run(found: Talk) -> OneHotRun:
    """The decoder from the encoder's last state; each step reads the word before."""
    told = (START, *found.said.words[:-1])
    says = tuple(
        f"“{word}” comes next" if word[0] != "<" else "the reply ends" for word in found.said.words
    )
    state = found.heard.h, found.heard.c
    return _one_hot(load(found.name).chat.decoder, found, told, says, *state)


def _one_hot(
    cell: LSTM, found: Talk, told: tuple[str, ...], answers: tuple[str, ...], *state: Array
) -> OneHotRun:
    numbers = vocabulary().numbers
    columns = tuple(dict.fromkeys(told))
    known = [numbers.get(word, 0) for word in columns]
    embedding = load(found.name).chat.embedding[known]
    reads = LSTM(cell.weight_ih @ embedding.T, cell.weight_hh, cell.bias)
    x = np.eye(len(columns))[[columns.index(word) for word in told]]
    tokens, labels = (tuple(map(shown, words)) for words in (told, columns))
    return OneHotRun(reads.run(x, *state), reads, tokens, labels, answers)
