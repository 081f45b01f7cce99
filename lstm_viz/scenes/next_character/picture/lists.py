"""The lists below the letters: what comes next, what is offered, and the keys saved.

While somebody types on, those of the places before stay as they are: they are kept for a while.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from lstm_viz.figures.bar_list import bar_list_patches
from lstm_viz.figures.diagram import Rect
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch, short
from lstm_viz.notation import percent
from lstm_viz.reading.record import Prediction
from lstm_viz.reading.typing_aid import Offer, Savings, Typing
from lstm_viz.reading.words.phrases import visible
from lstm_viz.scenes.next_character.picture.layout import KEYS, NEXT, OFFERS, TypingLayout
from lstm_viz.scenes.next_character.words import KEY_NAMES, keys_rows, letters

LONGEST_BAR = 0.72
"""As a share of the room for a row."""
LONGEST_OFFER = 24
"""In letters."""
MOST_KEPT = 1_000
"""Lists: about 3 KB each."""


@lru_cache(MOST_KEPT)
def next_list(
    layout: TypingLayout, expected: tuple[Prediction, ...], came: str | None
) -> dict[str, Patch]:
    """The characters that are expected next; ``came`` is None at the end of the text."""
    shares = [one.probability for one in expected]
    places = [(x + 28, y) for x, y in map(layout.next_at, range(NEXT))]
    room = LONGEST_BAR * (layout.next[2] - places[0][0])
    colours = ["$h" if one.character == came or came is None else "$wire" for one in expected]
    return {
        "next letters": patch(
            text=[letters(one.character) for one in expected],
            ink=["$text_h" if one.character == came else "$ink" for one in expected],
        ),
        **bar_list_patches(
            ("next bars", "next shares"), places, room, shares, colours,
            [percent(one.probability) + " – came" * (one.character == came) for one in expected],
        ),
    }  # fmt: skip


@lru_cache(MOST_KEPT)
def offer_list(
    layout: TypingLayout, offered: tuple[Offer, ...], right: int | None, ends: bool
) -> dict[str, Patch]:
    """What is offered; ``right`` is the number of the one that comes, ``ends`` says that nothing
    comes yet."""
    names = [
        f"<b>{KEY_NAMES[k]}</b>  {letters(short(visible(one.text), LONGEST_OFFER))}"
        + (" – what comes" if k == right else "")
        for k, one in enumerate(offered)
    ]
    shares = [one.probability for one in offered]
    colours = ["$h" if ends or k == right else "$wire" for k in range(len(offered))]
    inks = ["$text_h" if k == right else "$ink" for k in range(len(offered))]
    return _list(layout, "offers", layout.offers, OFFERS, names, shares, colours, inks)


def key_list(layout: TypingLayout, typing: Typing, savings: Savings) -> dict[str, Patch]:
    rows = keys_rows(typing, savings)
    colours = ["$o", "$h", "$wire"]
    return _list(
        layout,
        "keys",
        layout.keys,
        KEYS,
        [words for words, _ in rows],
        [saved for _, saved in rows],
        colours,
        ["$ink"] * KEYS,
    )


def _list(
    layout: TypingLayout,
    name: str,
    box: Rect,
    rows: int,
    names: Sequence[str],
    shares: Sequence[float],
    colours: Sequence[str],
    inks: Sequence[str],
) -> dict[str, Patch]:
    rest = rows - len(names)
    places = [layout.row_at(box, k, rows) for k in range(rows)]
    below = [(x, round(y + layout.under, 2)) for x, y in places]
    room = LONGEST_BAR * (box[2] - places[0][0])
    return {
        f"{name} words": patch(text=[*names, *[NO_TEXT] * rest], ink=[*inks, *["$muted"] * rest]),
        **bar_list_patches(
            (f"{name} bars", f"{name} shares"),
            below,
            room,
            shares,
            colours,
            [percent(one) for one in shares],
        ),
    }
