"""What takes long to be made, made in the background before anybody asks for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from threading import Timer

from lstm_viz.ui.alone import ALONE

WAITS = 15.0
"""Seconds: a class that comes in has its first pages first."""


@cache
def once_ahead(make: Callable[[], object]) -> Timer | None:
    """``make`` runs once on this server, beside its readers, a while after it is asked for."""
    if ALONE:
        return None  # beside its one reader there is no room
    timer = Timer(WAITS, make)
    timer.daemon = True
    timer.start()
    return timer
