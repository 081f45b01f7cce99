"""Next character: type, and take what a trained LSTM offers; the keys saved are counted."""

from lstm_viz.scenes.next_character.controls import page

page()
