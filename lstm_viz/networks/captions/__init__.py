"""A small network that says what is in a picture: an encoder of pixels, and an LSTM that speaks."""
