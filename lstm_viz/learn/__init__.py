"""What turns cells into a network that learns: output layer, losses, optimiser, training."""

from lstm_viz.learn.adam import Adam, clip
from lstm_viz.learn.batch import Batch
from lstm_viz.learn.forward import Forward, State
from lstm_viz.learn.linear import Linear
from lstm_viz.learn.losses import (
    LOSSES,
    Loss,
    cross_entropy,
    log_softmax,
    softmax,
    squared_error,
)
from lstm_viz.learn.model import CELLS, Model
from lstm_viz.learn.threads import one_thread
from lstm_viz.learn.train import Progress, train

__all__ = [
    "CELLS",
    "LOSSES",
    "Adam",
    "Batch",
    "Forward",
    "Linear",
    "Loss",
    "Model",
    "Progress",
    "State",
    "clip",
    "cross_entropy",
    "log_softmax",
    "one_thread",
    "softmax",
    "squared_error",
    "train",
]
