"""A packed text comes back as it was, and nothing else is unpacked."""

import zlib
from base64 import urlsafe_b64encode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.inputs import MAX_CSV_BYTES
from lstm_viz.ui.packing import PLAIN_TEXT, pack_text, unpack_text


@given(st.text(st.characters(), max_size=900))
def test_a_text_survives_packing(text: str) -> None:
    packed = pack_text(text)
    assert unpack_text(packed) == text
    assert len(packed) <= PLAIN_TEXT or packed.startswith("zip.")


def test_half_a_surrogate_pair_survives_too() -> None:
    packed = pack_text("\ud83d")
    assert packed.isascii()
    assert unpack_text(packed) == "\ud83d"


def test_a_zip_bomb_is_not_unpacked() -> None:
    bomb = zlib.compress(b"0" * (MAX_CSV_BYTES * 50), 9)
    value = "zip." + urlsafe_b64encode(bomb).decode()
    with pytest.raises(ValueError, match="more than"):
        unpack_text(value)


def test_what_follows_a_packed_text_is_refused() -> None:
    twice = urlsafe_b64encode(zlib.compress(b"a") + b"more").decode().rstrip("=")
    with pytest.raises(ValueError, match="whole"):
        unpack_text("zip." + twice)
