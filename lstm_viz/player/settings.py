"""What a page tells the player beside the film."""

from __future__ import annotations

from lstm_viz.player.contract import InLesson, NextScene, Place, PlayerSettings


def settings(
    at: Place,
    *,
    query: str | None = None,
    page: str | None = None,
    scene: str | None = None,
    tells: bool = True,
    problem: str | None = None,
    editable: bool = False,
    can_undo: bool = False,
    can_reset: bool = False,
    back: str | None = None,
    into: str | None = None,
    chooses: bool = True,
    next: NextScene | None = None,
    lesson: InLesson | None = None,
) -> PlayerSettings:
    return {
        "at": at,
        "query": query,
        "page": page,
        "scene": scene,
        "tells": tells,
        "problem": problem,
        "editable": editable,
        "edited": {},
        "canUndo": can_undo,
        "canReset": can_reset,
        "back": back,
        "into": into,
        "chooses": chooses,
        "next": next,
        "lesson": lesson,
    }
