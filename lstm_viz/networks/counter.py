"""A counter: c grows by 1 whenever its word comes.

    z_f =  40             nothing is ever forgotten
    z_i = −40 + 80·x      x = 1: z_i = 40, open. x = 0: z_i = −40, shut.
    z_g =  40             what is written is 1
    z_o =  40             h = tanh(c): 0, 0.76, 0.96, 0.995, … – c counts on, h cannot show it

So c = 1·c + 1·1 = c + 1 with the word, c = 1·c + 0·1 = c without.
"""

from functools import partial

from lstm_viz.cells import LSTM
from lstm_viz.inputs import Inputs
from lstm_viz.networks.hand_set import ALWAYS, OPEN_ON_ONE, hand_set, labels
from lstm_viz.networks.network import Network


def build(inputs: Inputs, hidden_size: int, seed: int) -> LSTM:
    return hand_set(inputs, hidden_size, i=OPEN_ON_ONE, f=ALWAYS)


COUNTER = Network(
    id="counter",
    title="Counter",
    teaches="The cell state is changed by adding, so it can count beyond 1, while the hidden state "
    "is squashed and cannot show it.",
    build=build,
    unit_labels=partial(labels, "counts"),
)
