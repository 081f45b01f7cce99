"""The two chatbots as files: weights in float16, and what was measured of them."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from functools import cache
from importlib import resources

import numpy as np

from lstm_viz.networks.chat.model import Chat
from lstm_viz.networks.chat.scores import Score
from lstm_viz.networks.stored import ENDING, packed, unpacked

PLAIN, ATTENTION = "chat", "chat-attention"
NAMES = (PLAIN, ATTENTION)
FOLDER = resources.files("lstm_viz.networks.chat") / "files"


@dataclass(frozen=True, eq=False)
class Loaded:
    """A chatbot, and what its file tells of it."""

    chat: Chat
    metadata: Mapping[str, str]

    def score(self, part: str) -> Score:
        """As measured when it was made, on the pairs "training" or "held_out"."""
        return Score(**json.loads(self.metadata["scores"])[part])

    @property
    def bigram_perplexity(self) -> float:
        """On the held-out pairs, of a model that never sees the line."""
        return float(self.metadata["bigram_perplexity"])

    @property
    def lookup_exact(self) -> float:
        """On the held-out lines, of who only looks up the line with most words in common."""
        return float(self.metadata["lookup_exact"])


@cache
def load(name: str) -> Loaded:
    """The shipped one of this name, in float64 as all that is looked at."""
    return from_bytes((FOLDER / f"{name}{ENDING}").read_bytes())


def from_bytes(data: bytes) -> Loaded:
    """Of a file of this package: it is trusted."""
    arrays, metadata = unpacked(data)
    chat = Chat.from_parameters({name: array.astype(float) for name, array in arrays.items()})
    return Loaded(chat, metadata)


def to_bytes(chat: Chat, metadata: Mapping[str, str], scores: Mapping[str, Score]) -> bytes:
    rounded = {name: array.astype(np.float16) for name, array in chat.parameters.items()}
    told = {part: asdict(score) for part, score in scores.items()}
    return packed(rounded, {**metadata, "scores": json.dumps(told)})
