"""A stopwatch that its marker resets: c is the number of steps since the marker.

    z_f = 40 − 80·x      marker (x = 1): z_f = −40, everything is forgotten. Else 40, all is kept.
    z_i = 40 − 80·x      marker: nothing is written. Else 1 is.
    z_g = 40             what is written is 1
    z_o = 40             what is held is shown: h = tanh(c)

So c = 0·c + 0·1 = 0 at the marker and c = 1·c + 1·1 = c + 1 at every other step. (Before the first
marker it counts from the beginning.)
"""

from functools import partial

from lstm_viz.cells import LSTM
from lstm_viz.inputs import Inputs
from lstm_viz.networks.hand_set import SHUT_ON_ONE, hand_set, labels
from lstm_viz.networks.network import Network


def build(inputs: Inputs, hidden_size: int, seed: int) -> LSTM:
    return hand_set(inputs, hidden_size, i=SHUT_ON_ONE, f=SHUT_ON_ONE)


RESET = Network(
    id="reset",
    title="Reset on a marker",
    teaches="One step with the forget gate shut wipes out whatever had been gathered before.",
    build=build,
    unit_labels=partial(labels, "steps since"),
)
