"""A picture file as a few pixels: opened by Pillow, cut to a square, shrunk."""

from __future__ import annotations

from io import BytesIO

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from lstm_viz.inputs.checked import InputError

FORMATS = ("PNG", "JPEG")
MOST_BYTES = 2_000_000
MOST_PIXELS = 20_000_000
"""What a picture takes in memory depends on its pixels, not on its file."""


def shrunk(data: bytes, side: int) -> NDArray[np.float64]:
    """The middle square of a picture, (side, side, 3) from 0 to 1; what is transparent is white.

    ``InputError`` in one sentence for anything but a PNG or JPEG of bearable size.
    """
    wanted = f"Expected a PNG or JPEG picture of at most {MOST_BYTES // 1_000_000} MB"
    if len(data) > MOST_BYTES:
        raise InputError(f"{wanted}, got {len(data) / 1e6:.1f} MB.")
    try:
        with Image.open(BytesIO(data), formats=FORMATS) as opened:  # reads no pixels yet
            wide, high = opened.size
            if wide * high > MOST_PIXELS:
                raise InputError(
                    f"Expected a picture of at most {MOST_PIXELS / 1e6:.0f} million pixels, got "
                    f"{wide:,} × {high:,}."
                )
            if min(wide, high) < side:
                raise InputError(
                    f"Expected a picture of at least {side} × {side} pixels, got {wide} × {high}."
                )
            opened.draft("RGB", (8 * side, 8 * side))  # a JPEG is decoded small at once
            whole = opened.convert("RGBA")
    except InputError:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError):
        raise InputError(f"{wanted}, got something else.") from None
    except (OSError, SyntaxError, ValueError, EOFError):  # as Pillow says it of damaged files
        raise InputError(f"{wanted}, got one that is damaged or cut short.") from None
    paper = Image.new("RGBA", whole.size, "white")
    paper.alpha_composite(whole)
    edge = min(whole.size)
    left, top = (whole.width - edge) // 2, (whole.height - edge) // 2
    box = (left, top, left + edge, top + edge)
    small = paper.convert("RGB").resize((side, side), Image.Resampling.BOX, box=box)
    return np.asarray(small, dtype=np.float64) / 255
