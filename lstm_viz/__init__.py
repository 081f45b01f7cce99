"""LSTM Viz: recurrent cells that write down everything they compute, and pictures of the record."""

from lstm_viz.cells import GRU, LSTM, RNN, Gradients
from lstm_viz.signals import Signal
from lstm_viz.trace import Step, Trace

__version__ = "1.0.0"

__all__ = ["GRU", "LSTM", "RNN", "Gradients", "Signal", "Step", "Trace"]
