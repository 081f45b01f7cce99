"""Characters, bits and guesses as they stand in a sentence."""

from lstm_viz.notation import number, percent
from lstm_viz.reading.record import Prediction

_SIGNS = {" ": "␣", "\n": "⏎", "\r\n": "⏎", "\r": "⏎", "\t": "⇥"}


def visible(text: str) -> str:
    """Characters as they can be seen: ␣ for a space, ⏎ for a line break, ⇥ for a tab."""
    return _SIGNS.get(text) or "".join(_SIGNS.get(character, character) for character in text)


def shown(character: str) -> str:
    """A character in a sentence: ‘e’, ‘␣’; one without a look of its own by its number: U+200B."""
    if len(character) == 1 and character not in _SIGNS and not character.isprintable():
        return f"U+{ord(character):04X}"
    return f"‘{visible(character)}’"


def bits(value: float) -> str:
    return f"{number(value)} bits"


def difference(after: float, before: float) -> str:
    """after − before as the two are printed, so that what stands side by side adds up."""
    return number(_printed(after) - _printed(before), sign=True)


def _printed(value: float) -> float:
    return float(number(value).replace("−", "-"))


def likely(prediction: Prediction) -> str:
    """A guess with its probability: ‘e’ (48 %)."""
    return f"{shown(prediction.character)} ({percent(prediction.probability)})"


def capital(sentence: str) -> str:
    """With a capital; str.capitalize would make all the others small."""
    return sentence[:1].upper() + sentence[1:]
