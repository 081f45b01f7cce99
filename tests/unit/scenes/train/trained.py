"""Trainings that several tests look at, each done once."""

from functools import cache

from lstm_viz.scenes.train.record.settings import Settings
from lstm_viz.scenes.train.record.training import Training

FOREVER = 1e9
SMALL = Settings("brackets", 8, hidden_size=3, steps=60, seed=5)


@cache
def trained(settings: Settings) -> Training:
    """To its end; nobody may train it on or change it."""
    training = Training(settings)
    training.go(FOREVER)
    return training


def stepped(settings: Settings, steps: int) -> Training:
    """A training of one's own, so many steps long, a step at a time."""
    training = Training(settings)
    for _ in range(steps):
        training.go(0)
    return training
