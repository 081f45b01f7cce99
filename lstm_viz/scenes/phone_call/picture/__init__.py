"""A story as a film: what is on your mind on the left, the same moment as a ledger on the right."""

from lstm_viz.scenes.phone_call.picture.film import STAGES, story
from lstm_viz.scenes.phone_call.picture.mind import ON_YOUR_MIND, SAID

__all__ = ["ON_YOUR_MIND", "SAID", "STAGES", "story"]
