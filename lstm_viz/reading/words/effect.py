"""What it costs to hold gates, in plain sentences whose every number is taken from the record."""

from collections.abc import Sequence

from lstm_viz.notation import number, percent
from lstm_viz.reading.effect import CharacterChange, Effect, Gate, Hold
from lstm_viz.reading.words.phrases import bits, difference, likely, shown, visible
from lstm_viz.signals import LSTM_SIGNALS, signal

MOST_CHANGED = 5
"""So many characters are looked at one by one."""


def held_words(holds: Sequence[Hold]) -> str:
    """What was done: "unit 3 silenced, unit 5’s forget gate held at 1.00"."""
    return ", ".join(
        f"unit {hold.unit + 1} silenced"
        if (hold.gate, hold.value) == ("o", 0)
        else f"unit {hold.unit + 1}’s {_label(hold.gate)} held at {number(hold.value)}"
        for hold in holds
    )


def _label(gate: Gate) -> str:
    return signal(LSTM_SIGNALS, gate).label


def effect_sentence(effect: Effect) -> str:
    """Bits per character of the text before and after, and where the difference comes from."""
    what = f"With {held_words(effect.holds)}" if effect.holds else "With nothing held"
    before, after = number(effect.bits_before), number(effect.bits_after)
    if not effect.change.any():
        return f"{what} nothing changes: {before} bits per character as before."
    if before == after:
        return f"{what}, the average surprise is {before} bits per character as before."
    change = difference(effect.bits_after, effect.bits_before)
    told = (
        f"{what}, the average surprise is {after} bits per character; with nothing held it is "
        f"{before} ({change}).",
        verdict(effect),
        _carried(effect),
    )
    return " ".join(filter(None, told))


def verdict(effect: Effect) -> str:
    """What nobody expects: that it reads better with gates held; empty if it does not."""
    if float(number(effect.bits_after)) >= float(number(effect.bits_before)):
        return ""
    return "So it guesses this text better: what is held here did harm to it."


def _carried(effect: Effect) -> str:
    """How much of the cost a few characters carry; empty if there are no others."""
    most = effect.most_changed(MOST_CHANGED)
    if int((effect.change != 0).sum()) <= len(most):
        return ""
    total, theirs = float(effect.change.sum()), sum(change.change for change in most)
    all_of_it = (
        f"Over all {len(effect.before):,} characters that is {number(total, sign=True)} bits"
    )
    those = f"the {len(most)} characters that changed most"
    # A share of a sum says little where some of it is taken back.
    if all(change.change * total > 0 for change in most) and theirs / total <= 1:
        return f"{all_of_it}, and {those} carry {percent(theirs / total)} of it."
    rest = difference(total, theirs)
    return f"{all_of_it}: {number(theirs, sign=True)} at {those}, {rest} at all the others."


def spot(change: CharacterChange) -> str:
    """A character in its word, where it is, and what it costs: ``WIT‘C’H. (line 9) +8.37 bits``."""
    left, right = change.word
    cost = difference(change.surprise_after, change.surprise_before)
    return f"{left}{shown(change.character)}{right} (line {change.line}) {cost} bits"


def change_sentence(change: CharacterChange) -> str:
    """One character that changed, with what stands before it and both guesses."""
    where = f"{shown(change.character)} at place {change.t + 1}"
    if change.context:
        where += f", after “{visible(change.context)}”"
    if change.top_before.character == change.top_after.character:
        guess = (
            f"the first guess stays {shown(change.top_before.character)}, "
            f"{percent(change.top_before.probability)} before, "
            f"{percent(change.top_after.probability)} now"
        )
    else:
        guess = f"the first guess was {likely(change.top_before)}, it is {likely(change.top_after)}"
    return (
        f"{where}: {bits(change.surprise_after)} of surprise, before "
        f"{number(change.surprise_before)}; {guess}."
    )
