"""When to score a network in training, and when to stop."""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

from lstm_viz.learn.model import Model

Score = Callable[[Model], float]


@dataclass
class Stopping:
    """Keeps the best score so far; one object accompanies one training.

    best: −∞ before the first score; scored_since: scores since the best one.
    """

    steps: int
    score: Score | None
    score_every: int
    good_enough: float | None
    patience: int | None
    best: float = -inf
    scored_since: int = 0

    def after(self, step: int, model: Model) -> tuple[float | None, str]:
        """The score after this step, if it is one to be scored, and why to stop, "" if not."""
        last = step >= self.steps
        if self.score is None or (step % self.score_every and not last):
            return None, "steps" if last else ""
        score = float(self.score(model))
        better = score > self.best
        self.best = max(self.best, score)
        self.scored_since = 0 if better else self.scored_since + 1
        if self.good_enough is not None and score >= self.good_enough:
            return score, "good enough"
        if self.patience is not None and self.scored_since >= self.patience:
            return score, "no better"
        return score, "steps" if last else ""
