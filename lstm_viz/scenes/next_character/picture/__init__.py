"""The text under the hands of a typist: what comes next, what is offered, and one gate."""

from lstm_viz.scenes.next_character.picture.board import typing_board

__all__ = ["typing_board"]
