"""Five tasks for an LSTM: what goes in, what comes out, and at which step.

The tokens are examples written by hand to show *when* a network reads and when it answers; no
network runs here.  Whether a task is many-to-one, one-to-many or many-to-many follows from its
moments.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

STEPS = 6
"""Every example has as many time steps."""


@dataclass(frozen=True)
class Moment:
    """One time step: ``reads`` is its input x, ``answers`` what is made of its h ("" if nothing).

    ``own`` says that it reads its own last answer.
    """

    reads: str
    answers: str = ""
    own: bool = False


@dataclass(frozen=True)
class Use:
    """``goes_in``, ``comes_out`` and ``when`` are a few words each, ``note`` what to take along."""

    id: str
    title: str
    goes_in: str
    comes_out: str
    when: str
    moments: tuple[Moment, ...]
    note: str
    second: int = STEPS
    """The first moment (from 0) of a second LSTM, which goes on from the first one's h and c."""

    @property
    def given(self) -> tuple[int, ...]:
        """The moments at which something comes in from outside."""
        return tuple(n for n, moment in enumerate(self.moments) if not moment.own)

    @property
    def answered(self) -> tuple[int, ...]:
        """The moments at which something comes out."""
        return tuple(n for n, moment in enumerate(self.moments) if moment.answers)

    @property
    def pattern(self) -> str:
        """A term of the glossary."""
        one_in, one_out = len(self.given) == 1, len(self.answered) == 1
        return f"{'one' if one_in else 'many'}-to-{'one' if one_out else 'many'}"


def _written(*words: str) -> tuple[Moment, ...]:
    """Each word is an answer, and read at the next step."""
    return tuple(Moment(before, after, own=True) for before, after in pairwise(words))


USES: tuple[Use, ...] = (
    Use(
        "next-character",
        "Next character",
        "a character a step",
        "the next character",
        "at every step",
        tuple(Moment(a, b) for a, b in zip("memory", "emory␣", strict=True)),
        "It answers in step with what it reads. To write a text, it would be given its own "
        "characters to read, as in music composition.",
    ),
    Use(
        "chatbot",
        "Chatbot",
        "the words said to it",
        "an answer in words",
        "once all is read",
        (
            Moment("how"), Moment("are"), Moment("you"),
            Moment("start", "fine"), *_written("fine", "thanks", "end"),
        ),
        "Many words in, many out, but one after the other: an encoder reads, a decoder answers, "
        "often a second LSTM with weights of its own. All that passes between them is h and c.",
        second=3,
    ),
    Use(
        "image-captioning",
        "Image captioning",
        "one image, at first",
        "its caption in words",
        "at every step",
        (Moment("image", "a"), *_written("a", "dog", "with", "a", "ball", "end")),
        "Another network turns the image into one vector; here the LSTM sees it once, then only "
        "its own words. Some systems show it the image at every step.",
    ),
    Use(
        "music-composition",
        "Music composition",
        "a few first notes",
        "the notes that follow",
        "once those are read",
        (Moment("C"), Moment("E"), Moment("G", "A"), *_written("A", "G", "E", "C")),
        "Once nothing more is given, each note it writes is the next one it reads. Real systems "
        "also say how long a note lasts, and which sound together.",
    ),
    Use(
        "speech-recognition",
        "Speech recognition",
        "a word, in frames",
        "which word it was",
        "at the last step",
        (*(Moment(f"frame {n}") for n in range(1, STEPS)), Moment(f"frame {STEPS}", "seven")),
        "For one word the last h is enough; a real word has dozens of frames. To write down whole "
        "sentences, systems answer at every frame or answer like the chatbot.",
    ),
)  # fmt: skip


def use(id: str) -> Use:
    """The use with this id; ``KeyError`` if there is none."""
    for found in USES:
        if found.id == id:
            return found
    raise KeyError(f"no use is called {id!r}")
