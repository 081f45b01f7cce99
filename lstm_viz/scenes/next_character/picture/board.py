"""The board: a frame for each place in the text, from before its first character on."""

from __future__ import annotations

from collections.abc import Sequence

from lstm_viz.figures.board import Board, Frame, Picture, Table
from lstm_viz.figures.diagram import Rect
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch, short, stroke
from lstm_viz.notation import percent
from lstm_viz.reading.typing_aid import Savings, Typing
from lstm_viz.reading.words.phrases import visible
from lstm_viz.scenes.next_character.picture.at_rest import at_rest
from lstm_viz.scenes.next_character.picture.layout import (
    KEYS,
    LAYOUTS,
    NEXT,
    OFFERS,
    TypingLayout,
)
from lstm_viz.scenes.next_character.picture.ribbon import Ribbon
from lstm_viz.scenes.next_character.words import (
    KEY_NAMES,
    START_LABEL,
    after,
    keys_rows,
    letters,
    told,
)

ALT = (
    "Letters in a row, those still to be typed paler; under each how far one gate of the network "
    "is open. Below, the characters it expects next, the words it offers, and the keys that saves"
)
LONGEST_BAR = 0.72
"""As a share of the room for a row."""


def typing_board(typing: Typing, savings: Savings) -> Board:
    places = range(len(typing) + 1)
    drawn = {layout.name: _Drawn(layout, typing, savings) for layout in LAYOUTS}
    return Board(
        steps=tuple(START_LABEL if at == 0 else visible(typing.text[at - 1]) for at in places),
        frames=tuple(
            (
                Frame(
                    {name: one.patches(at) for name, one in drawn.items()},
                    told(typing, savings.look, at),
                ),
            )
            for at in places
        ),
        pictures={
            layout.name: Picture(*layout.size, at_rest(layout, savings.look)) for layout in LAYOUTS
        },
        tables=tuple(_table(typing, at) for at in places),
        alt=ALT,
        step_word="place",
    )


class _Drawn:
    """The frames of one layout."""

    def __init__(self, layout: TypingLayout, typing: Typing, savings: Savings) -> None:
        self.layout, self.typing = layout, typing
        self.ribbon = Ribbon(layout, typing, savings.look)
        self.keys = _keys(layout, typing, savings)

    def patches(self, at: int) -> dict[str, Patch]:
        return {
            **self.ribbon.patches(at),
            **_next(self.layout, self.typing, at),
            **_offers(self.layout, self.typing, at),
            **self.keys,
        }


# ---- the lists ---------------------------------------------------------------------------------


def _next(layout: TypingLayout, typing: Typing, at: int) -> dict[str, Patch]:
    came = typing.read_as[at] if at < len(typing) else None
    expected = typing.expected[at][:NEXT]
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


def _offers(layout: TypingLayout, typing: Typing, at: int) -> dict[str, Patch]:
    offered, right = typing.offered[at], typing.right_offer(at)
    names = [
        f"<b>{KEY_NAMES[k]}</b>  {letters(short(visible(one.text), layout.longest_offer))}"
        + (" – what comes" if k == right else "")
        for k, one in enumerate(offered)
    ]
    shares = [one.probability for one in offered]
    plain = at == len(typing)
    colours = ["$h" if plain or k == right else "$wire" for k in range(len(offered))]
    inks = ["$text_h" if k == right else "$ink" for k in range(len(offered))]
    return _list(layout, "offers", layout.offers, OFFERS, names, shares, colours, inks)


def _keys(layout: TypingLayout, typing: Typing, savings: Savings) -> dict[str, Patch]:
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


def _table(typing: Typing, at: int) -> Table:
    """What comes next, and what is offered."""
    expected = [
        (f"next: {letters(visible(one.character))}", percent(one.probability))
        for one in typing.expected[at]
    ]
    offered = [
        (f"{KEY_NAMES[k]}: {letters(visible(one.text))}", percent(one.probability))
        for k, one in enumerate(typing.offered[at])
    ]
    return Table(after(typing, at), ("", "probability"), (*expected, *offered))
