"""The sentences and equations of a stage, with symbols or with the numbers of the run."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from lstm_viz.figures.film import Film
from lstm_viz.figures.style import Palette
from lstm_viz.notation import bracketed, honest, number, percent
from lstm_viz.signals import LSTM_SIGNALS, Signal, signal

_FIELD = re.compile(r"\{(\(?)([a-z_]+)(?::(\d+))?\)?(\|%)?\}")


def _fill(template: str, replace: Callable[[str, bool, bool, int | None], str]) -> str:
    def field(match: re.Match[str]) -> str:
        other = int(match[3]) if match[3] else None
        return replace(match[2], bool(match[1]), bool(match[4]), other)

    return _FIELD.sub(field, template)


def equation(template: str, colours: Palette, table: tuple[Signal, ...] = LSTM_SIGNALS) -> str:
    """An equation for Plotly text: every signal of ``table`` as its symbol, in its colour."""

    def symbol(name: str, _brackets: bool, _percent: bool, _other: int | None) -> str:
        row = signal(table, name)
        return f'<span style="color:{colours["text_" + row.color]}">{row.symbol}</span>'

    return _fill(template, symbol)


def sentence(template: str, film: Film, t: int, unit: int) -> str:
    """A template with the values of one unit at step ``t`` (0-based) put in.

    ``{f:2}`` is always unit 2's (from 0), whichever unit is chosen.
    """
    where = {
        "step": str(film.step_number(t)),
        "unit": str(film.unit_number(unit)),
        "token": escape(film.tokens[t], quote=False),
        "next_token": escape("".join(film.tokens[t + 1 : t + 2]), quote=False),
    }

    def value(name: str, brackets: bool, as_percent: bool, other: int | None) -> str:
        if name in where:
            return where[name]
        if name == "x":
            return where["token"]
        v = float(getattr(film.trace, name)[t, unit if other is None else other])
        text = percent(v) if as_percent else number(v)
        return bracketed(text) if brackets else text

    return honest(_fill(template, value))
