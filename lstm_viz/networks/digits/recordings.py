"""The recordings that ship: two voices that the network never heard in training.

Their licences lie beside them, in ``files/recordings/LICENSES.md``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

import numpy as np

from lstm_viz.inputs.sound import RATE, Samples, read_wav
from lstm_viz.networks.digits.files import DIGITS, FOLDER
from lstm_viz.networks.digits.spoken import spoken

WOMAN, MAN = "Allison Smith", "the voice of captcha"


@dataclass(frozen=True)
class Recording:
    """``digit``: which one is said; None for what is none."""

    title: str
    digit: int | None = None
    file: str = ""


RECORDINGS: Final[Mapping[str, Recording]] = {
    **{
        f"a-{word}": Recording(f"“{word}”, {WOMAN}", k, f"allison-{k}.wav")
        for k, word in enumerate(DIGITS)
    },
    **{
        f"b-{word}": Recording(f"“{word}”, {MAN}", k, f"captcha-{k}.wav")
        for k, word in enumerate(DIGITS)
    },
    "hello": Recording(f"“hello”, {WOMAN}: no digit", file="allison-hello.wav"),
    "goodbye": Recording(f"“goodbye”, {WOMAN}: no digit", file="allison-goodbye.wav"),
    "room": Recording("nobody speaks: a quiet room"),
}
ROOM_SECONDS: Final = 0.6
ROOM_LEVEL: Final = 0.003


@cache
def word_of(name: str) -> Samples:
    """The word in a recording."""
    recording = RECORDINGS[name]
    if not recording.file:
        noise = np.random.default_rng(1).normal(size=round(ROOM_SECONDS * RATE))
        return np.asarray(noise * ROOM_LEVEL)
    return spoken(read_wav((FOLDER / "recordings" / recording.file).read_bytes()))
