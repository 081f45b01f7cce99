"""What a link to the page can hold, beside the place."""

from lstm_viz.scenes.start.record.story import MOST, STORY, code, decoded
from lstm_viz.ui.params import Number, Pick, Several

KEY = "start"
PART = Pick("part", ("story", "cell"), "story")
TOLD = Several("story", MOST, ".", decoded, code, "sentences that the network knows", STORY)
WORD = Number("word", 1, MOST, None, whole=True, from_one=True, noun="sentence")
"""The sentence whose cell is shown; not set: the last one."""
CHANGE = Pick("change", ("no", "yes"), "no")
"""Whether the story can be changed."""
PARAMS = (PART, TOLD, WORD, CHANGE)
