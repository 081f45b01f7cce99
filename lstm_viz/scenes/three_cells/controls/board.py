"""A board of the page in the player."""

from __future__ import annotations

from collections.abc import Callable

from lstm_viz.player.contract import InLesson
from lstm_viz.scenes.three_cells.controls.params import KEY, PARAMS
from lstm_viz.ui import player, scene_state
from lstm_viz.ui.films import Packed
from lstm_viz.ui.scene_state import SceneScreen


def play(
    film: Packed,
    screen: SceneScreen,
    act: Callable[[str], None],
    *,
    into: str | None = None,
    then: str = "",
    lesson: InLesson | None = None,
) -> None:
    """``then`` is what comes after its last frame, if anything does."""
    data = scene_state.player_data(KEY, screen, PARAMS)
    data = {**data, "tells": False, "into": into, "lesson": lesson}
    data["next"] = {"title": then, "page": None} if then else None
    player.play(KEY, film, data, act)
