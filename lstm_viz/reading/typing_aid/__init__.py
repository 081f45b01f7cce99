"""A trained network as a typing aid: what it offers to a typist, and the keys saved."""

from lstm_viz.reading.typing_aid.offers import Offer
from lstm_viz.reading.typing_aid.record import LONGEST, Typing, line_after, network, typing_of
from lstm_viz.reading.typing_aid.savings import (
    COMMAND,
    Look,
    Passage,
    Savings,
    measured_savings,
    passage,
)

__all__ = [
    "COMMAND",
    "LONGEST",
    "Look",
    "Offer",
    "Passage",
    "Savings",
    "Typing",
    "line_after",
    "measured_savings",
    "network",
    "passage",
    "typing_of",
]
