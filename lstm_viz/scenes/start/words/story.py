"""What is said at each sentence of a story; the first of its kind is explained, later ones told.

All of it is read from the run: what gates do at a word is held against it by tests, over stories
of every kind.
"""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.lesson.untaught import eaten, picked, wrong
from lstm_viz.lesson.word_row import WordRow, fruits
from lstm_viz.tasks.basket import EATS, EMPTIES, FRUITS, IDLE, PICKS, QUESTIONS

KINDS = ("apples", "pears")
INSIDE = " <b>What holds the number? → looks inside.</b>"


def captions(row: WordRow) -> list[Caption]:
    """One for each sentence; the last says how to go on."""
    last = len(row) - 1
    return [
        caption(column.label, _sentence(row, n) + (INSIDE if n == last else ""))
        for n, column in enumerate(row.columns)
    ]


def _sentence(row: WordRow, n: int) -> str:
    told = row.basket.sentences[n]
    if told in PICKS:
        return _picks(row, n, PICKS.index(told))
    if told in EATS:
        return _eats(row, n, EATS.index(told))
    if told == EMPTIES:
        return _empties(row, n)
    if told in QUESTIONS:
        return _asked(row, n)
    return _idle(row, n, told)


def _before(row: WordRow, n: int, kind: tuple[str, ...]) -> bool:
    """Whether there was a sentence of this kind before."""
    return any(told in kind for told in row.basket.sentences[:n])


def _picks(row: WordRow, n: int, unit: int) -> str:
    held = fruits(row.columns[n].fruit[unit], unit)
    kind = KINDS[unit]
    if not _before(row, n, PICKS):
        said = (
            f"The [[input gate]] opens for the {kind}, and the network holds {held} in its "
            "[[cell state]], as a number that you will see inside."
        )
    elif not _before(row, n, (PICKS[unit],)):
        said = (
            "Each [[gate]] has two parts, one for apples and one for pears. This time "
            f"that of the {kind} opens, and the {KINDS[1 - unit]} stay as they were."
        )
    else:
        said = f"The input gate opens for the {kind} again: {held} now."
    return f"{said} {picked(row, n, unit)}".rstrip()


def _eats(row: WordRow, n: int, unit: int) -> str:
    held = fruits(row.columns[n].fruit[unit], unit)
    if owed := eaten(row, n, unit):
        return f"{owed.removesuffix('.')} and holds {held}."
    if not _before(row, n, EATS):
        return (
            f"The [[input gate]] opens for the {KINDS[unit]} here too. What it lets in is "
            f"negative: one less, {held} now."
        )
    return f"One {FRUITS[unit]} less: {held} now."


def _empties(row: WordRow, n: int) -> str:
    if n == 0 or not any(row.columns[n - 1].fruit):
        return "The [[forget gate]] shuts for both kinds, though there was nothing to let go."
    if not _before(row, n, (EMPTIES,)):
        return "Now the [[forget gate]] shuts, for both kinds: almost all that was there is let go."
    return "The forget gate shuts again, and almost all that was there is let go."


def _idle(row: WordRow, n: int, told: str) -> str:
    if not _before(row, n, IDLE):
        return (
            "Nothing goes in or out: the [[input gate]] stays shut. The [[forget gate]] stays "
            "open: "
            "an open one keeps what is there, a shut one forgets it."
        )
    if told.startswith("sees") and not any(
        one.startswith("sees") for one in row.basket.sentences[:n]
    ):
        return (
            f"She sees {told.removeprefix('sees ')} and takes none. The input gate stays shut: it "
            "has learned which words count."
        )
    apples, pears = (fruits(held, unit) for unit, held in enumerate(row.columns[n].fruit))
    return f"Gates as before, basket as before: {apples}, {pears}."


def _asked(row: WordRow, n: int) -> str:
    answer = row.columns[n].answer
    assert answer is not None
    lstm, rnn = _said(answer.lstm), _said(answer.rnn)
    if _before(row, n, QUESTIONS):
        rival = "and so does this RNN" if answer.rnn == answer.lstm else f"this RNN {rnn}"
        both = f"The LSTM says {lstm}, {rival}."
    else:
        both = (
            f"The [[output gate]] opens for the {KINDS[answer.fruit]} alone and lets their number "
            f"out: the LSTM says {lstm}. This RNN, a plainer "
            f"network that remembers without gates (as large, trained alike), says {rnn}."
        )
    return " ".join(filter(None, (both, wrong(row, n, answer))))


def _said(value: int) -> str:
    return f"<b>{str(value).replace('-', '−')}</b>"
