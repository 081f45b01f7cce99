"""The board: a frame for each place in the text, from before its first character on."""

from __future__ import annotations

from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.shapes import Patch
from lstm_viz.notation import percent
from lstm_viz.reading.typing_aid import Savings, Typing
from lstm_viz.reading.words.phrases import visible
from lstm_viz.scenes.next_character.picture.at_rest import at_rest
from lstm_viz.scenes.next_character.picture.layout import LAYOUTS, TypingLayout
from lstm_viz.scenes.next_character.picture.lists import key_list, next_list, offer_list
from lstm_viz.scenes.next_character.picture.ribbon import Ribbon
from lstm_viz.scenes.next_character.words import KEY_NAMES, START_LABEL, after, letters, told

ALT = (
    "Letters in a row, those still to be typed paler; under each how far one gate of the network "
    "is open. Below, the characters it expects next, the words it offers, and the keys that saves"
)


def typing_board(typing: Typing, savings: Savings) -> Board:
    places = range(len(typing) + 1)
    drawn = {layout.name: _Drawn(layout, typing, savings) for layout in LAYOUTS}
    return Board(
        steps=tuple(START_LABEL if at == 0 else visible(typing.text[at - 1]) for at in places),
        frames=stills(
            Frame(
                {name: one.patches(at) for name, one in drawn.items()},
                told(typing, savings.look, at),
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
        self.keys = key_list(layout, typing, savings)

    def patches(self, at: int) -> dict[str, Patch]:
        typing, ends = self.typing, at == len(self.typing)
        return {
            **self.ribbon.patches(at),
            **next_list(self.layout, typing.expected[at], None if ends else typing.read_as[at]),
            **offer_list(self.layout, typing.offered[at], typing.right_offer(at), ends),
            **self.keys,
        }


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
