"""Networks to look at: set by hand to teach one thing each, random, or really trained."""

from collections.abc import Mapping
from types import MappingProxyType

from lstm_viz.inputs import Inputs
from lstm_viz.inputs import parse as parse_any
from lstm_viz.networks.basket_reader import READER
from lstm_viz.networks.basket_text import STORY, from_story
from lstm_viz.networks.brackets import BRACKETS
from lstm_viz.networks.counter import COUNTER
from lstm_viz.networks.latch import LATCH
from lstm_viz.networks.network import Network
from lstm_viz.networks.phone_call import CALL
from lstm_viz.networks.presets import PRESETS, Preset
from lstm_viz.networks.random_weights import RANDOM, RANDOM_GRU, RANDOM_RNN
from lstm_viz.networks.reset import RESET

NETWORKS: Mapping[str, Network] = MappingProxyType(
    {
        network.id: network
        for network in (
            *(RANDOM, RANDOM_GRU, RANDOM_RNN, READER, LATCH, COUNTER, RESET, BRACKETS),
            CALL,
        )
    }
)

__all__ = ["NETWORKS", "PRESETS", "Network", "Preset", "parse"]


def parse(kind: str, text: str, columns: tuple[int, ...] = ()) -> Inputs:
    """`text` read as `kind`: as any network reads it, or as the one that it was written for."""
    return from_story(text) if kind == STORY else parse_any(kind, text, columns)
