"""The phone call: what the gates of an LSTM do, told as a story on a real run."""

from lstm_viz.scenes.phone_call.controls import page

page()
