"""Is it true? Things people say about LSTMs, tested in front of the reader."""

from lstm_viz.scenes.claims.controls import page

page()
