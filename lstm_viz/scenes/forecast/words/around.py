"""What stands round the picture."""

from __future__ import annotations

from lstm_viz.scenes.forecast.record.series import OWN

OPENING = (
    "**Draw how the curve goes on**, let a small [[LSTM]] learn its past in seconds, and see who "
    "is closer: you, it, or “tomorrow = today”."
)
TITLES = {
    "sine": "Sine with noise",
    "seasons": "Two seasons and a trend",
    "sunspots": "Sunspots, 1700–2008",
    "walk": "Random walk, like a price",
    OWN: "Your own numbers",
}
EXAMPLE = ", ".join(str(value) for value in (3, 5, 4, 7, 9, 8, 6, 4) * 8)
"""What stands in the field for numbers at first."""
CREDIT = (
    "The yearly numbers of sunspots are in the public domain: National Geophysical Data Center, "
    "taken from the package statsmodels."
)
REMEMBER = (
    "**To remember.** A forecast one step ahead easily looks good, since it is told every value: "
    "hold it against “tomorrow = today” before you believe it. Set free, it shows what it knows."
)
