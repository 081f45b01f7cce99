"""Long texts made short enough for a link."""

from __future__ import annotations

import base64
import zlib
from typing import Final

from lstm_viz.inputs import MAX_CSV_BYTES

PLAIN_TEXT = 300
"""In characters: a longer text is packed."""
_PACKED: Final = "zip."


def pack_text(text: str) -> str:
    """``text`` as it is when short, compressed when long: a marker, then base64url of zlib."""
    # Half a surrogate pair cannot stand in a link.
    sayable = not any("\ud800" <= char <= "\udfff" for char in text)
    if len(text) <= PLAIN_TEXT and not text.startswith(_PACKED) and sayable:
        return text
    packed = zlib.compress(text.encode("utf-8", "surrogatepass"), level=9)
    return _PACKED + base64.urlsafe_b64encode(packed).decode("ascii").rstrip("=")


def unpack_text(value: str) -> str:
    """The text that ``pack_text`` gave ``value`` for; ``ValueError`` if there is none."""
    if not value.startswith(_PACKED):
        return value
    packed = value.removeprefix(_PACKED)
    unpacker = zlib.decompressobj()
    try:
        raw = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True)
        # One byte more than is allowed is enough to know: a bomb is never unpacked.
        text = unpacker.decompress(raw, MAX_CSV_BYTES + 1)
    except (ValueError, zlib.error):
        raise ValueError("not a packed text") from None
    if len(text) > MAX_CSV_BYTES:
        raise ValueError(f"more than {MAX_CSV_BYTES:,} bytes")
    if not unpacker.eof or unpacker.unused_data:
        raise ValueError("not whole")
    return text.decode("utf-8", "surrogatepass")
