"""What it is used for: six trained networks, what each reads and answers, and when."""

from lstm_viz.scenes.uses.controls import page

page()
