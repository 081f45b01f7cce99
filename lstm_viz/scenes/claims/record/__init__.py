"""The claims, in the order in which they are asked, and what their tests show."""

from __future__ import annotations

from functools import lru_cache

from lstm_viz.scenes.claims.record.abilities import ABILITIES
from lstm_viz.scenes.claims.record.claim import (
    Bar,
    Bars,
    Claim,
    Curve,
    Curves,
    Evidence,
    Verdict,
)
from lstm_viz.scenes.claims.record.gates import GATES
from lstm_viz.scenes.claims.record.gradients import GRADIENTS
from lstm_viz.scenes.claims.record.state import STATE
from lstm_viz.scenes.claims.record.training import TRAINING

__all__ = ["CLAIMS", "Bar", "Bars", "Claim", "Curve", "Curves", "Evidence", "Verdict", "result_of"]

CLAIMS: dict[str, Claim] = {
    claim.id: claim for claim in (*STATE, *GATES, *GRADIENTS, *ABILITIES, *TRAINING)
}


@lru_cache(maxsize=256)
def result_of(id: str, seed: int) -> Evidence:
    """What the test of a claim shows with these random numbers; the same every time."""
    return CLAIMS[id].test(seed)
