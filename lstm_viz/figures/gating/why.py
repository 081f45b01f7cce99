"""Where the values of a gate at work come from, a line each: what a click on them opens."""

from __future__ import annotations

from lstm_viz.lesson.gating import FRUIT, Gated, GatedStory, exact, worked_out
from lstm_viz.notation import multiplied, number

STATED = {
    "c_prev": "carried over from the word before",
    "tanh_c": "the cell state, squashed by tanh",
}


def why(gated: Gated, story: GatedStory, sentence: int, seen: int) -> dict[str, tuple[str, ...]]:
    """By value, a line a unit, of what is there at stage ``seen``: 0 before, 1 gate, 2 after."""
    products = story.products(sentence, gated)
    sums = story.sums(sentence, gated.gate)
    found = {"before": tuple(_before(gated, story, sentence))}
    if seen > 0:
        found["gate"] = tuple(
            f"{gated.name}, {fruit}: {worked_out(gated.gate, one)}"
            for fruit, one in zip(FRUIT, sums, strict=True)
        )
    if seen > 1:
        found["after"] = tuple(
            f"{gated.after_word}, {fruit}: "
            f"{multiplied(number(p.gate), exact(p.before), exact(p.after))}"
            for fruit, p in zip(FRUIT, products, strict=True)
        )
    return found


def _before(gated: Gated, story: GatedStory, sentence: int) -> list[str]:
    named = [f"{gated.before_word}, {fruit}" for fruit in FRUIT]
    products = story.products(sentence, gated)
    if gated.before in STATED:
        told = [f"{STATED[gated.before]}, {exact(p.before)}" for p in products]
    else:
        sums = story.sums(sentence, gated.before)
        told = [worked_out(gated.before, one) for one in sums]
    return [f"{name}: {one}" for name, one in zip(named, told, strict=True)]
