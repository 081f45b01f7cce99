"""Speech: say a digit, and watch a small LSTM make up its mind while it hears it."""

from lstm_viz.scenes.speech.controls import page

page()
