"""Music: a network goes on with a chorale, or with what is played on a keyboard."""

from lstm_viz.scenes.music.controls import page

page()
