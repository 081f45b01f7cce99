"""What was published of the three cells side by side."""

from __future__ import annotations

RESULTS_HEAD = ("data", "tanh", "GRU", "LSTM")
COLUMN = {"rnn": "tanh", "gru": "GRU", "lstm": "LSTM"}
"""What the table calls each cell."""
RESULTS: tuple[tuple[str, str, str, str], ...] = (
    ("Nottingham", "3.22/3.13", "2.79/3.23", "3.08/3.20"),
    ("JSB Chorales", "8.82/9.10", "6.94/8.54", "8.15/8.67"),
    ("MuseData", "5.64/6.23", "5.06/5.99", "5.18/6.23"),
    ("Piano-midi", "5.64/9.03", "4.93/8.82", "6.49/9.03"),
    ("Ubisoft A", "6.29/6.44", "2.31/3.59", "1.44/2.70"),
    ("Ubisoft B", "7.61/7.62", "0.38/0.88", "0.80/1.26"),
)
RESULTS_NOTE = (
    "Average negative log-probability, training / test; lower is better. Chung et al. 2014, "
    "Table 2, as read in public transcriptions, not in the paper itself."
)
CHORALES = "JSB Chorales"
CHORALES_DIFFER = (
    "other chorales held out, other encodings, other sizes, and here every chorale was learned in "
    "several keys"
)
"""How our own runs on chorales are of another set-up than the published ones."""


def on_test(data: str) -> dict[str, str]:
    """The published test results on a set of data, by cell."""
    ((_, *values),) = (row for row in RESULTS if row[0] == data)
    there = dict(zip(RESULTS_HEAD[1:], values, strict=True))
    return {cell: there[column].split("/")[1] for cell, column in COLUMN.items()}
