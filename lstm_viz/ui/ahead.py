"""What takes long to be made, made in the background before anybody asks for it."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from threading import Thread


@cache
def once_ahead(make: Callable[[], object]) -> Thread:
    """``make`` runs once on this server, beside what readers do."""
    thread = Thread(target=make, name="ahead", daemon=True)
    thread.start()
    return thread
