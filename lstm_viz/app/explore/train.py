"""Train a small network on a task, and watch its gates while it learns."""

from lstm_viz.scenes.train.controls.params import BARE, KEY, LONGEST, PARAMS
from lstm_viz.scenes.train.controls.stage import stage
from lstm_viz.scenes.train.record.settings import MOST_UNITS
from lstm_viz.ui import lesson_page

lesson_page.begin(
    KEY,
    "Nobody sets these [[weight]]s: press **Train** and watch the gates at one example while they "
    "are learned.",
    PARAMS,
    steps=LONGEST,
    stages=10,
    units=MOST_UNITS,
    bare=BARE,
)
stage()
lesson_page.remember(
    "**To remember.** Nobody tells a gate when to open. It opens where that makes the [[loss]] "
    "smaller, and it can only learn to keep what is still there when the answer is asked for: "
    "the [[gradient]] has to reach back as far as the [[cell state]] does.",
)
