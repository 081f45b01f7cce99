"""What whoever runs a server may set, by environment variables."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from typing import Final

ANCESTORS: Final = "LSTM_VIZ_FRAME_ANCESTORS"
"""Which sites may show the app in a frame."""
READERS: Final = "LSTM_VIZ_READERS"
"""How many readers may have the app open at once, on each process."""
_SEATS: Final = 500
_MOST_SEATS: Final = 10_000
_SITE: Final = re.compile(
    r"https?://(\*\.)?[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:\d{1,5})?", re.IGNORECASE
)


def frame_ancestors(environment: Mapping[str, str] = os.environ) -> str:
    """As the policy of a page says it; ``ValueError`` in one sentence for what names no sites."""
    said = environment.get(ANCESTORS, "").split()
    words = [word.strip("'").lower() for word in said]
    alone = [word for word in words if word in ("self", "none")]
    sites = [word for word in said if _SITE.fullmatch(word)]
    if len(alone) + len(sites) < len(said) or ("none" in alone and len(said) > 1):
        raise ValueError(
            f"{ANCESTORS} must be 'self', 'none' or the sites that may show the app in a frame, "
            f"such as \"'self' https://lms.example.edu\", not {' '.join(said)!r}."
        )
    return " ".join([*(f"'{word}'" for word in alone), *sites]) or "'self'"


def readers(environment: Mapping[str, str] = os.environ) -> int:
    """How many have a seat; ``ValueError`` in one sentence for what is no such number."""
    said = environment.get(READERS, "").strip() or str(_SEATS)
    if not (said.isascii() and said.isdigit() and 1 <= int(said[:9]) <= _MOST_SEATS):
        raise ValueError(
            f"{READERS} must be a whole number from 1 to {_MOST_SEATS:,}: how many may have the "
            f"app open at once; not {said!r}."
        )
    return int(said)
