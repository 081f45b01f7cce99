"""The lists below the letters: what comes next, what is offered, and the keys saved.

While somebody types on, those of the places before stay as they are: they are kept for a while.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from lstm_viz.figures.diagram import Rect
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch, short, stroke
from lstm_viz.notation import percent
from lstm_viz.reading.record import Prediction
from lstm_viz.reading.typing_aid import Offer, Savings, Typing
from lstm_viz.reading.words.phrases import visible
from lstm_viz.scenes.next_character.picture.layout import KEYS, NEXT, OFFERS, TypingLayout
from lstm_viz.scenes.next_character.words import KEY_NAMES, keys_rows, letters

LONGEST_BAR = 0.72
"""As a share of the room for a row."""
MOST_KEPT = 1_000
"""Lists: about 3 KB each."""


@lru_cache(MOST_KEPT)
def next_list(
    layout: TypingLayout, expected: tuple[Prediction, ...], came: str | None
) -> dict[str, Patch]:
    """The characters that are expected next; ``came`` is None at the end of the text."""
    shares = [one.probability for one in expected]
    places = [layout.next_at(k) for k in range(NEXT)]
    left = places[0][0] + 28
    room = LONGEST_BAR * (layout.next[2] - left)
    colours = ["$h" if one.character == came or came is None else "$wire" for one in expected]
    return {
        "next letters": patch(
            text=[letters(one.character) for one in expected],
            ink=["$text_h" if one.character == came else "$ink" for one in expected],
        ),
        "next bars": _bars(places, left, room, shares, colours),
        "next shares": _ends(
            places,
            left,
            room,
            shares,
            [
                percent(one.probability) + (" – came" if one.character == came else "")
                for one in expected
            ],
        ),
    }


@lru_cache(MOST_KEPT)
def offer_list(
    layout: TypingLayout, offered: tuple[Offer, ...], right: int | None, ends: bool
) -> dict[str, Patch]:
    """What is offered; ``right`` is the number of the one that comes, ``ends`` says that nothing
    comes yet."""
    names = [
        f"<b>{KEY_NAMES[k]}</b>  {letters(short(visible(one.text), layout.longest_offer))}"
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
    left = places[0][0]
    room = LONGEST_BAR * (box[2] - left)
    return {
        f"{name} words": patch(text=[*names, *[NO_TEXT] * rest], ink=[*inks, *["$muted"] * rest]),
        f"{name} bars": _bars(below, left, room, shares, colours),
        f"{name} shares": _ends(below, left, room, shares, [percent(one) for one in shares]),
    }


def _bars(
    places: Sequence[tuple[float, float]],
    left: float,
    room: float,
    shares: Sequence[float],
    colours: Sequence[str],
) -> Patch:
    """Bars that begin at ``left``, as long as the shares of the room; none where there is none."""
    rest = len(places) - len(shares)
    lengths = [max(2.0, share * room) for share in shares] + [0.0] * rest
    points = [
        (round(left + length / 2, 2), y) for length, (_, y) in zip(lengths, places, strict=True)
    ]
    return patch(
        points,
        size=[round(stroke(length), 2) for length in lengths],
        colour=[*colours, *["$off"] * rest],
        opacity=[1.0] * len(shares) + [0.0] * rest,
    )


def _ends(
    places: Sequence[tuple[float, float]],
    left: float,
    room: float,
    shares: Sequence[float],
    said: Sequence[str],
) -> Patch:
    rest = len(places) - len(shares)
    ends = [max(2.0, share * room) for share in shares] + [0.0] * rest
    return patch(
        [(round(left + end + 6, 2), y) for end, (_, y) in zip(ends, places, strict=True)],
        text=[*said, *[NO_TEXT] * rest],
    )
