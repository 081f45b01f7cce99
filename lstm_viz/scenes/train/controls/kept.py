"""The trainings of "Train one yourself" on this server."""

from __future__ import annotations

from lstm_viz.scenes.train.record.training import ShownNetwork
from lstm_viz.ui.trainings import Trainings

TRAININGS: Trainings[ShownNetwork] = Trainings()
