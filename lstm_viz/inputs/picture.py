"""A picture file as a few pixels: opened by Pillow, cut to a square, shrunk."""

from __future__ import annotations

from io import BytesIO
from threading import Lock

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from lstm_viz.inputs.checked import InputError

FORMATS = ("PNG", "JPEG")
MOST_BYTES = 2_000_000
MOST_PIXELS = 20_000_000
"""What a picture takes in memory depends on its pixels, not on its file."""
_ONE_AT_A_TIME = Lock()
"""However many send one: at most one is there with all of its pixels."""


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
            with _ONE_AT_A_TIME:
                small = _small(opened, side)
    except InputError:
        raise
    except (UnidentifiedImageError, Image.DecompressionBombError):
        raise InputError(f"{wanted}, got something else.") from None
    except (OSError, SyntaxError, ValueError, EOFError):  # as Pillow says it of damaged files
        raise InputError(f"{wanted}, got one that is damaged or cut short.") from None
    paper = Image.new("RGBA", small.size, "white")
    paper.alpha_composite(small.convert("RGBA"))
    return np.asarray(paper.convert("RGB"), dtype=np.float64) / 255


def _small(opened: Image.Image, side: int) -> Image.Image:
    """The middle square, shrunk: no more copies of the pixels than have to be."""
    clear = "A" in opened.getbands() or "transparency" in opened.info
    kind = "RGBA" if clear else "RGB"
    whole = opened if opened.mode == kind else _of_8_bits(opened).convert(kind)
    edge = min(whole.size)
    left, top = (whole.width - edge) // 2, (whole.height - edge) // 2
    box = (left, top, left + edge, top + edge)
    return whole.resize((side, side), Image.Resampling.BOX, box=box)


def _of_8_bits(image: Image.Image) -> Image.Image:
    """Greys of 16 bits are scaled: Pillow would clip them, and most would be white."""
    deep = image.mode in ("I", "I;16")  # as an older and a newer Pillow open them
    return image.point(lambda grey: grey * (1 / 256)) if deep else image
