"""What is said at one frame of a board: title, sentence, equation, numbers."""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.lesson.glossary import linked_html
from lstm_viz.signals import LSTM_SIGNALS, signal


@dataclass(frozen=True)
class Caption:
    """``title`` is plain text, the rest HTML."""

    title: str
    sentence: str
    equation: str = ""
    numbers: str = ""


def coloured(signal: str, text: str) -> str:
    return f'<span class="lv-signal" style="color:var(--lv-text_{signal})">{text}</span>'


def symbol(name: str) -> str:
    """The symbol of a signal of the LSTM in its colour, as it stands in equations."""
    one = signal(LSTM_SIGNALS, name)
    return coloured(one.color, one.symbol)


def caption(title: str, sentence: str, equation: str = "", numbers: str = "") -> Caption:
    """``sentence`` may have [[terms]] of the glossary in it."""
    return Caption(title, linked_html(sentence), equation, numbers)
