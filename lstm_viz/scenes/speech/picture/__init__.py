"""The board of a word: waveform, coefficients, one gate and beliefs over one time axis."""

from lstm_viz.scenes.speech.picture.board import speech_board

__all__ = ["speech_board"]
