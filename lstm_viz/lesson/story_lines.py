"""Where the values of a story of the basket come from, a line each: what a click on them opens."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from lstm_viz.cells import LSTM
from lstm_viz.learn import Linear
from lstm_viz.lesson.basket import Basket, sums
from lstm_viz.lesson.gating import FRUIT, UNITS, StoryLines, worked_out
from lstm_viz.networks.basket import model
from lstm_viz.notation import bracketed, number
from lstm_viz.signals import LSTM_SIGNALS, shares, signal
from lstm_viz.trace import Trace

GATES = shares(LSTM_SIGNALS)
ENDINGS = {2: "nd", 3: "rd"}
"""Of numbers that count; those up to 20 are enough for a story."""


@dataclass(frozen=True, eq=False)
class StoryRead:
    """A story as a network reads it: ``at`` has the step (from 0) of the word of each sentence."""

    labels: Sequence[str]
    at: Sequence[int]
    cell: LSTM
    trace: Trace
    head: Linear

    @property
    def names(self) -> tuple[str, ...]:
        """The sentences by their words, told apart where one comes again."""
        found: list[str] = []
        for n, label in enumerate(self.labels):
            times = list(self.labels[: n + 1]).count(label)
            again = f", the {times}{ENDINGS.get(times, 'th')} time" if times > 1 else ""
            found.append(f"“{label}”{again}")
        return tuple(found)

    def value(self, name: str, sentence: int, unit: int) -> str:
        return number(getattr(self.trace, name)[self.at[sentence], unit])


def story_read(basket: Basket) -> StoryRead:
    """A story as the network of the lesson reads it."""
    labels = [basket.label(n) for n in range(len(basket.sentences))]
    return StoryRead(labels, basket.at, basket.cell, basket.trace, model().head)


def story_lines(story: StoryRead, shown: Sequence[str] = (*GATES, "c")) -> StoryLines:
    sentences = range(len(story.labels))
    each = {
        name: tuple(
            f"{story.names[n]}: {_named(name, unit)}: {_made(story, name, n, unit)}"
            for n in sentences
            for unit in UNITS
        )
        for name in shown
    } | {"says": tuple(_answer(story, n) for n in sentences)}
    return StoryLines(tuple(_listed(story, shown, n) for n in sentences), each)


def _named(name: str, unit: int) -> str:
    return f"{signal(LSTM_SIGNALS, name).label}, {FRUIT[unit]}"


def _listed(story: StoryRead, shown: Sequence[str], n: int) -> tuple[str, ...]:
    return (
        f"<b>{story.names[n]}</b> (first this word’s weight, then what h adds, then the bias)",
        *(
            f"{_named(name, unit)}: {_in_short(story, name, n, unit)}"
            for name in shown
            for unit in UNITS
        ),
    )


def _in_short(story: StoryRead, name: str, n: int, unit: int) -> str:
    if name in ("c", "h"):
        return _made(story, name, n, unit).partition(" = ")[2]
    one = sums(story.cell, story.trace, story.at[n], name)[unit]
    return one.in_short(signal(LSTM_SIGNALS, name).squash)


def _made(story: StoryRead, name: str, n: int, unit: int) -> str:
    def product(first: str, second: str) -> str:
        return f"{story.value(first, n, unit)} × {bracketed(story.value(second, n, unit))}"

    if name == "c":
        made = f"{product('f', 'c_prev')} + {product('i', 'g')} = {story.value('c', n, unit)}"
        return f"f × c before + i × c̃ = {made}"
    if name == "h":
        return f"o × tanh(c) = {product('o', 'tanh_c')} = {story.value('h', n, unit)}"
    return worked_out(name, sums(story.cell, story.trace, story.at[n], name)[unit])


def _answer(story: StoryRead, n: int) -> str:
    """What is said of both fruit: only one is asked for, and the other should be 0."""
    h = story.trace.h[story.at[n]]
    said = [
        f"{FRUIT[unit]}: "
        + " + ".join(
            f"{bracketed(number(w)) if k else number(w)} × {bracketed(number(v))}"
            for k, (w, v) in enumerate(zip(story.head.weight[unit], h, strict=True))
        )
        + f" + {bracketed(number(story.head.bias[unit]))} = "
        + number(float(story.head.weight[unit] @ h + story.head.bias[unit]))
        for unit in UNITS
    ]
    return f"{story.names[n]}: what it says, weights × h + bias, then rounded: {'; '.join(said)}"
