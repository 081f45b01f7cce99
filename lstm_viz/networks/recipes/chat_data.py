"""The pairs of the chatbot, taken from the package `chatterbot-corpus`.

It comes with ``pip install --no-deps -r requirements-train.txt``; what ships is written by

    python -m lstm_viz.networks.recipes.chat_data

What is done to it, in this order:

1. Files about computers' trouble and code (`tech_support`, `coding`) are left out, and pairs with
   words that do not belong in a class room (`UNFIT`).
2. A conversation is cut into a line and its answer, turn by turn. In `emotion` and `computers` all
   that follows the first line are answers to it.
3. A reply keeps as many whole sentences from its beginning as fit into `LONGEST_REPLY` words and
   marks; one that has no sentence so short goes, and so does a line of more than `LONGEST` words.
4. The `WORDS` words that most pairs have are the vocabulary. A pair whose reply needs another word
   goes, and one whose line has more than one. That changes what pairs have most, so it is repeated.
5. Some lines are drawn with all their replies and kept from training (`HELD_OUT`), but for those
   whose replies need a word that no other reply has, and for greetings (`greetings`): whoever tries
   a chatbot begins with one.
"""

import importlib.metadata
import re
from collections import Counter
from collections.abc import Iterator
from importlib import import_module, resources
from pathlib import Path
from typing import Any

import numpy as np

from lstm_viz.networks.chat.pairs import FILE, Pair, Pairs
from lstm_viz.networks.chat.words import LONGEST, LONGEST_REPLY, SPECIAL, Vocabulary, pieces
from lstm_viz.networks.recipes.recipe import MissingDataError

PACKAGE, VERSION = "chatterbot-corpus", "1.3.3"
INSTALL = "pip install --no-deps -r requirements-train.txt"
FOLDER = "chatterbot_corpus/data/english"
LEFT_OUT = ("tech_support", "coding")
ALTERNATIVES = ("emotion", "computers")
GREETINGS = "greetings"
HOW_ARE_YOU = ("how", "are", "you")
"""Stands in another file than the greetings."""
UNFIT = frozenset(
    ("assassinated", "bend", "dead", "die", "guns", "hitler", "intoxicated", "killed", "mate",
     "south", "suicide")
)  # fmt: skip
WORDS = 1_400
ROUNDS = 10
HELD_OUT = 0.12
"""Of all lines."""
SEED = 15

_SENTENCES = re.compile(r"(?<!\bDr\.)(?<!\bMr\.)(?<!\bMs\.)(?<!\bMrs\.)(?<=[.?!])\s+")


def from_package() -> Pairs:
    """``MissingDataError`` without the package, or with another version of it."""
    turns = tuple(_turns())
    greetings = {pair.asked for file, pair in turns if file == GREETINGS} | {HOW_ARE_YOU}
    kept = [pair for _, turn in turns if (pair := _fitting(turn)) is not None]
    words: set[str] = set()
    for _ in range(ROUNDS):
        words = _most_common(kept)
        kept = [pair for pair in kept if _known(pair, words)]
    kept = list(dict.fromkeys(kept))
    training, held_out = _split(kept, greetings)
    used = {word for pair in training for word in (*pair.asked, *pair.answered)}
    own = tuple(sorted(words & used))
    return Pairs(training, held_out, Vocabulary((*SPECIAL, *own)), f"{PACKAGE} {VERSION}")


def _turns() -> Iterator[tuple[str, Pair]]:
    """Each with the file that it is of."""
    for file in sorted(_folder().glob("*.yml")):
        if file.stem in LEFT_OUT:
            continue
        for turns in _read(file)["conversations"]:
            if not isinstance(turns, list):  # one of them is a line alone
                continue
            told = [" ".join(str(turn).split()) for turn in turns]
            lines = [told[0]] * (len(told) - 1) if file.stem in ALTERNATIVES else told
            yield from ((file.stem, Pair(*both)) for both in zip(lines, told[1:], strict=False))


def _read(file: Path) -> dict[str, Any]:
    try:
        yaml = import_module("yaml")
    except ModuleNotFoundError:
        raise MissingDataError(f"the pairs are read with PyYAML: {INSTALL}") from None
    found: dict[str, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return found


def _folder() -> Path:
    needs = f"the pairs come from the package {PACKAGE} {VERSION}: {INSTALL}"
    try:
        package = importlib.metadata.distribution(PACKAGE)
    except importlib.metadata.PackageNotFoundError:
        raise MissingDataError(f"{needs} (it is not installed)") from None
    if package.version != VERSION:
        raise MissingDataError(f"{needs} (version {package.version} is installed)")
    return Path(str(package.locate_file(FOLDER)))


def _fitting(pair: Pair) -> Pair | None:
    reply = ""
    for sentence in _SENTENCES.split(pair.reply):
        longer = f"{reply} {sentence}".strip()
        if len(pieces(longer)) > LONGEST_REPLY:
            break
        reply = longer
    found = Pair(pair.line, reply)
    fits = not UNFIT & {*pieces(pair.line), *pieces(pair.reply)}
    return found if fits and 0 < len(found.asked) <= LONGEST and found.answered else None


def _most_common(kept: list[Pair]) -> set[str]:
    counts = Counter(word for pair in kept for word in {*pair.asked, *pair.answered})
    ordered = sorted(counts, key=lambda word: (-counts[word], word))
    return set(ordered[:WORDS])


def _known(pair: Pair, words: set[str]) -> bool:
    unknown = sum(word not in words for word in pair.asked)
    return unknown <= 1 and all(word in words for word in pair.answered)


def _split(
    kept: list[Pair], learned: set[tuple[str, ...]]
) -> tuple[tuple[Pair, ...], tuple[Pair, ...]]:
    """(training, held out); lines of ``learned`` are in the first."""
    lines = sorted({pair.asked for pair in kept})
    wanted = round(HELD_OUT * len(lines))
    away: set[tuple[str, ...]] = set()
    needs = Counter(word for pair in kept for word in set(pair.answered))
    for k in np.random.default_rng(SEED).permutation(len(lines)):
        if lines[k] in learned:
            continue
        own = Counter(
            word for pair in kept if pair.asked == lines[k] for word in set(pair.answered)
        )
        if len(away) < wanted and all(needs[word] > count for word, count in own.items()):
            away.add(lines[k])
            needs -= own
    training = tuple(pair for pair in kept if pair.asked not in away)
    return training, tuple(pair for pair in kept if pair.asked in away)


if __name__ == "__main__":
    with resources.as_file(FILE) as file:
        file.parent.mkdir(exist_ok=True)
        file.write_text(from_package().to_json() + "\n", "utf-8")
