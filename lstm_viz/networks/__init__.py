"""Networks to look at: set by hand to teach one thing each, random, or really trained."""

from collections.abc import Mapping
from types import MappingProxyType

from lstm_viz.networks.brackets import BRACKETS
from lstm_viz.networks.call import CALL
from lstm_viz.networks.counter import COUNTER
from lstm_viz.networks.latch import LATCH
from lstm_viz.networks.network import Network
from lstm_viz.networks.presets import PRESETS, Preset
from lstm_viz.networks.random_weights import RANDOM, RANDOM_GRU, RANDOM_RNN
from lstm_viz.networks.reset import RESET

NETWORKS: Mapping[str, Network] = MappingProxyType(
    {
        network.id: network
        for network in (RANDOM, RANDOM_GRU, RANDOM_RNN, LATCH, COUNTER, RESET, BRACKETS, CALL)
    }
)

__all__ = ["NETWORKS", "PRESETS", "Network", "Preset"]
