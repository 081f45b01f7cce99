"""The call as a film: what is on your mind on the left, the same moment as a ledger on the right.

``call`` hands the drawing in ``film`` what is told at each moment.
"""

from lstm_viz.scenes.phone_call.picture.call import call_film
from lstm_viz.scenes.phone_call.picture.film import STAGES, story
from lstm_viz.scenes.phone_call.picture.mind import ON_YOUR_MIND, SAID

__all__ = ["ON_YOUR_MIND", "SAID", "STAGES", "call_film", "story"]
