"""A gate at work, word by word: a row a unit, and the story on cards above.

A moment has three stages: what is there, how far the gate is open, what passes; the last one may
have fewer.  One shows instead where the gate comes from, and a stage may show a story in which the
gate is held.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from lstm_viz.figures.board import Board, Frame, Picture, Table
from lstm_viz.figures.gating.layout import LAYOUTS, GatingLayout
from lstm_viz.figures.gating.products import PRODUCT_TRACES, product_patches, products_at_rest
from lstm_viz.figures.gating.strip import strip_at_rest, strip_patches
from lstm_viz.figures.gating.sums import SUM_TRACES, sum_patches, sums_at_rest
from lstm_viz.figures.gating.why import why
from lstm_viz.figures.shapes import NO_TEXT, Patch, PlotlyTrace
from lstm_viz.lesson.caption import Caption
from lstm_viz.lesson.gating import FRUIT, Gated, GatedStory, Product
from lstm_viz.notation import number


@dataclass(frozen=True)
class Summed:
    """A gate, or the candidate, at a sentence of a story: where it comes from."""

    story: GatedStory
    sentence: int
    name: str


@dataclass(frozen=True)
class Moment:
    """A sentence of a story that is looked at: the number of its card, and what is said."""

    story: GatedStory
    sentence: int
    captions: Sequence[Caption]
    label: str = ""
    """What the step is called, if not as its sentence."""
    sums: tuple[int, ...] = ()
    """It shows where the gate comes from, by stage how much of the sum: not what the gate does."""
    others: tuple[Summed, ...] = ()
    """From the second stage on, where something else comes from."""
    shows: tuple[int, int, int] = (0, 1, 2)
    """By stage, how much of the product is there."""
    held: GatedStory | None = None
    """The same story otherwise, to be seen with the last stage."""
    until: int | None = None
    """The sentence up to which the story is told with the last stage; framed is still that which
    is looked at."""

    def of(self, k: int) -> GatedStory:
        """The story that stage ``k`` shows."""
        return self.held if self.held and k == len(self.captions) - 1 else self.story

    def summed(self, gated: Gated, k: int) -> Summed:
        """What stage ``k`` is about, and where that comes from if it shows that."""
        other = self.others[k - 1 : k] if k else ()
        return other[0] if other else Summed(self.of(k), self.sentence, gated.gate)

    def products(self, gated: Gated, k: int = 0) -> tuple[Product, Product]:
        return self.of(k).products(self.sentence, gated)


def gating_board(gated: Gated, moments: Sequence[Moment], *, alt: str) -> Board:
    cards = moments[0].story.cards(gated.gate)
    rest = {
        layout.name: [
            *strip_at_rest(layout, cards, gated.gate),
            *products_at_rest(layout, gated),
            *sums_at_rest(layout),
        ]
        for layout in LAYOUTS
    }
    largest = max(
        float(np.abs([product.before for product in moment.products(gated)]).max())
        for moment in moments
    )

    def frame(moment: Moment, k: int) -> Frame:
        return Frame(
            {
                layout.name: _merged(
                    _visible(rest[layout.name], sums=bool(moment.sums)),
                    _patches(layout, gated, moment, k, largest),
                )
                for layout in LAYOUTS
            },
            moment.captions[k],
            {} if moment.sums else why(gated, moment.of(k), moment.sentence, moment.shows[k]),
        )

    return Board(
        steps=tuple(moment.label or moment.story.label(moment.sentence) for moment in moments),
        frames=tuple(
            tuple(frame(moment, k) for k in range(len(moment.captions))) for moment in moments
        ),
        pictures={layout.name: Picture(*layout.size, rest[layout.name]) for layout in LAYOUTS},
        tables=tuple(_table(gated, moment) for moment in moments),
        alt=alt,
        step_word="part",
    )


def _visible(rest: Sequence[PlotlyTrace], *, sums: bool) -> dict[str, Patch]:
    """Of sums and products only one is there: the texts of the other are empty, the rest unseen."""
    patches: dict[str, Patch] = {}
    for trace in rest:
        name = trace["name"]
        if name in SUM_TRACES or name in PRODUCT_TRACES:
            shown = (name in SUM_TRACES) is sums
            patches[name] = {"opacity": float(shown)}
            if trace["mode"] == "text":
                patches[name] = {"text": trace["text"] if shown else [NO_TEXT] * len(trace["x"])}
    return patches


def _merged(below: dict[str, Patch], above: dict[str, Patch]) -> dict[str, Patch]:
    return {name: below.get(name, {}) | above.get(name, {}) for name in {**below, **above}}


def _patches(
    layout: GatingLayout, gated: Gated, moment: Moment, k: int, largest: float
) -> dict[str, Patch]:
    summed = moment.summed(gated, k)
    now, cards = summed.sentence, summed.story.cards(gated.gate)
    seen = moment.shows[k]
    opened, passed = (now + int(seen >= stage or bool(moment.sums)) for stage in (1, 2))
    if moment.until is not None and k == len(moment.captions) - 1:
        opened = passed = moment.until + 1
    if moment.sums:
        shown = sum_patches(
            layout, summed.story.sums(now, summed.name), summed.name, moment.sums[k]
        )
    else:
        shown = product_patches(layout, gated, moment.products(gated, k), seen, largest)
    return {**strip_patches(layout, cards, now, opened=opened, passed=passed), **shown}


def _table(gated: Gated, moment: Moment) -> Table:
    return Table(
        moment.story.label(moment.sentence),
        ("", gated.before_word, gated.name, gated.after_word),
        tuple(
            (unit, number(p.before), number(p.gate), number(p.after))
            for unit, p in zip(FRUIT, moment.products(gated), strict=True)
        ),
    )
