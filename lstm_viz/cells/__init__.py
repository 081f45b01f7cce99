"""Recurrent cells: parameters, `run` (which records) and `backward`."""

from lstm_viz.cells.gradients import Gradients
from lstm_viz.cells.gru import GRU
from lstm_viz.cells.lstm import LSTM
from lstm_viz.cells.rnn import RNN

__all__ = ["GRU", "LSTM", "RNN", "Gradients"]
