"""Image captioning: paint a picture, and see a small LSTM say what is in it, word by word."""

from lstm_viz.scenes.captions.controls import page

page()
