"""What a story does that no story of the training did, and the answers that are wrong for it."""

from __future__ import annotations

from lstm_viz.lesson.column import Answer
from lstm_viz.lesson.word_row import WordRow, fruits
from lstm_viz.tasks.basket import EATS, EMPTIES, FRUITS, MOST

NEVER_MORE = f"No story that it learned from had more than {MOST} of a kind."
NEVER_OWED = "No story that it learned from had that."


def picked(row: WordRow, n: int, unit: int) -> str:
    """What is to be said of a fruit picked at sentence ``n``, or nothing."""
    if row.there[n][unit] > MOST:
        return NEVER_MORE
    if row.columns[n].fruit[unit] < row.there[n][unit] and eaten_from_none(row, n, unit):
        return "It still takes off what Mia ate and did not have."
    return ""


def eaten(row: WordRow, n: int, unit: int) -> str:
    """The same of a fruit eaten."""
    if n and row.there[n - 1][unit]:
        return ""
    return f"There was no {FRUITS[unit]} to eat. {NEVER_OWED} It takes one off all the same."


def wrong(row: WordRow, n: int, answer: Answer) -> str:
    """Why the LSTM's answer is not so, or nothing if it is."""
    if answer.lstm == answer.so:
        return ""
    is_there = (
        f"In the basket {'is' if answer.so == 1 else 'are'} {fruits(answer.so, answer.fruit)}"
    )
    since = since_emptied(row, n)
    if max((row.there[k][answer.fruit] for k in since), default=0) > MOST:
        return f"{is_there}. {NEVER_MORE}"
    if eaten_from_none(row, n, answer.fruit):
        return f"{is_there}: Mia ate what was not there, and it took that off. {NEVER_OWED}"
    return f"{is_there}: here the LSTM is wrong."


def since_emptied(row: WordRow, n: int) -> range:
    """The sentences up to ``n`` since the basket was last emptied."""
    told = row.basket.sentences
    return range(max((k + 1 for k in range(n) if told[k] == EMPTIES), default=0), n + 1)


def eaten_from_none(row: WordRow, n: int, unit: int) -> bool:
    """Whether since then a fruit was eaten that was not there."""
    told = row.basket.sentences
    return any(
        told[k] == EATS[unit] and not (row.there[k - 1][unit] if k else 0)
        for k in since_emptied(row, n)
    )
