"""The run of the start page."""

from lstm_viz.scenes.start.record import run

RUN = run()
