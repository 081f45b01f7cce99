"""What a link to the page can hold, beside the place."""

from lstm_viz.scenes.start.record.story import MOST, STORY
from lstm_viz.ui.own_story import CHANGE, OwnStory
from lstm_viz.ui.params import Pick

KEY = "start"
OWN = OwnStory(KEY, STORY, MOST, "Mia’s first day again")
PART = Pick("part", ("story", "cell"), "story")
PARAMS = (PART, OWN.told, OWN.word, CHANGE)
