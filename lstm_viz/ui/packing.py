"""Long texts made short enough for a link."""

import base64
import binascii
import zlib
from typing import Final

from lstm_viz.inputs import MAX_CSV_BYTES

LONGEST_LINK = 16_000
"""In characters: longer links may be cut off on their way."""
PLAIN_TEXT = 300
_PACKED: Final = "zip."


def pack_text(text: str) -> str:
    """`text` as it is when short, compressed when long: a marker, then base64url of zlib."""
    # Half a surrogate pair cannot stand in a link.
    sayable = not any("\ud800" <= char <= "\udfff" for char in text)
    if len(text) <= PLAIN_TEXT and not text.startswith(_PACKED) and sayable:
        return text
    packed = zlib.compress(text.encode("utf-8", "surrogatepass"), level=9)
    return _PACKED + base64.urlsafe_b64encode(packed).decode("ascii").rstrip("=")


def unpack_text(value: str) -> str:
    """The text that `pack_text` gave `value` for; a `ValueError` says what was expected."""
    if not value.startswith(_PACKED):
        if len(value) > MAX_CSV_BYTES:
            raise ValueError(f"at most {MAX_CSV_BYTES:,} characters")
        return value
    packed = value.removeprefix(_PACKED)
    unpacker = zlib.decompressobj()
    try:
        raw = base64.b64decode(packed + "=" * (-len(packed) % 4), altchars=b"-_", validate=True)
        # One byte more than is allowed is enough to know: a bomb is never unpacked.
        text = unpacker.decompress(raw, MAX_CSV_BYTES + 1)
        if len(text) > MAX_CSV_BYTES:
            raise _TooLongError
        if not unpacker.eof or unpacker.unused_data:
            raise ValueError
        return text.decode("utf-8", "surrogatepass")
    except _TooLongError:
        raise ValueError(f"a text of at most {MAX_CSV_BYTES:,} bytes") from None
    except (ValueError, binascii.Error, zlib.error):
        raise ValueError("a packed text, whole") from None


class _TooLongError(Exception):
    """A packed text is longer than any that the app takes."""
