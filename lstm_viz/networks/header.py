"""What a .safetensors file says of itself, read without trusting it.

A file is eight bytes with the length of its header (little-endian), the header in JSON, and the
weights, tensor after tensor.  Everything is checked against the bytes that are there before
anything of the size that the header claims is made.
"""

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

MAX_BYTES = 8_000_000
MAX_HEADER_BYTES = 65_536
LENGTH_BYTES = 8
ITEM_BYTES: Mapping[str, int] = {"F32": 4, "F64": 8}
"""The dtypes that weights may have, as the format names them, and their size."""

# How other kinds of file begin that may be taken for one of weights, or given its name.
BEGINNINGS = {
    b"PK": "a ZIP archive (NumPy's .npz and PyTorch's .pt are such)",
    b"\x93NUMPY": "a NumPy .npy file",
    b"\x80": "a pickle",
    b"\x89HDF": "an HDF5 file",
    b"\x1f\x8b": "a gzip archive",
    b"<": "HTML or XML",
}


@dataclass(frozen=True)
class Tensor:
    """What the header says of one array; its bytes are there."""

    dtype: str
    shape: tuple[int, ...]


@dataclass(frozen=True)
class Header:
    metadata: Mapping[str, str]
    tensors: Mapping[str, Tensor]


def shown(value: object) -> str:
    """`value` in a message: what a stranger wrote, in quotes and cut to a bearable length."""
    text = ascii(value)
    return text if len(text) <= 60 else f"{text[:57]}…"


def read_header(data: bytes) -> Header:
    """The header of a .safetensors file, if its tensors are exactly the bytes behind it.

    Raises `ValueError` with one sentence for anything else.
    """
    try:
        entries = _entries(data)
        metadata = _metadata(entries.pop("__metadata__", {}))
        found = {name: _tensor(name, entry) for name, entry in entries.items()}
    except RecursionError:
        raise ValueError("Expected a header of flat JSON, got it nested too deeply.") from None
    weight_bytes = len(data) - LENGTH_BYTES - header_length(data)
    _check_places(sorted(place for _, place in found.values()), weight_bytes)
    return Header(metadata, {name: tensor for name, (tensor, _) in found.items()})


def header_length(data: bytes) -> int:
    return int.from_bytes(data[:LENGTH_BYTES], "little")


def _entries(data: bytes) -> dict[str, Any]:
    if len(data) > MAX_BYTES:
        raise ValueError(
            f"Expected a file of at most {MAX_BYTES:,} bytes, got one of {len(data):,}."
        )
    if len(data) < LENGTH_BYTES + len("{}"):
        raise ValueError(
            f"Expected a .safetensors file, got {len(data)} bytes, too few for its header."
        )
    length = header_length(data)
    rest = len(data) - LENGTH_BYTES
    if length > min(rest, MAX_HEADER_BYTES) or data[LENGTH_BYTES : LENGTH_BYTES + 1] != b"{":
        other = [kind for begins, kind in BEGINNINGS.items() if data.startswith(begins)]
        if other:
            raise ValueError(f"Expected a .safetensors file, got what looks like {other[0]}.")
    if length > MAX_HEADER_BYTES:
        raise ValueError(
            f"Expected a .safetensors header of at most {MAX_HEADER_BYTES:,} bytes, got one said "
            f"to have {length:,}."
        )
    if length > rest:
        raise ValueError(
            f"Expected a .safetensors header of {length:,} bytes as the file says, got a file "
            f"that ends after {rest:,}."
        )
    try:
        entries = json.loads(
            data[LENGTH_BYTES : LENGTH_BYTES + length].decode("utf-8"), object_pairs_hook=_once
        )
    except _TwiceError as twice:
        raise ValueError(
            f"Expected each name once in the header, got {twice.args[0]} twice."
        ) from None
    except ValueError:  # not UTF-8, not JSON, or a number of thousands of digits
        raise ValueError("Expected a header in JSON, got something else.") from None
    if not isinstance(entries, dict):
        raise ValueError(f"Expected a header that names tensors, got {shown(entries)}.")
    return entries


class _TwiceError(Exception):
    pass


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """A JSON object; Python itself would keep the last of two entries of one name."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise _TwiceError(shown(name))
        found[name] = value
    return found


def _metadata(entry: Any) -> dict[str, str]:
    if not isinstance(entry, dict) or not all(isinstance(value, str) for value in entry.values()):
        raise ValueError(f"Expected metadata of names and texts, got {shown(entry)}.")
    return entry


def _tensor(name: str, entry: Any) -> tuple[Tensor, tuple[int, int]]:
    """The tensor, and the place of its bytes behind the header."""
    if not isinstance(entry, dict) or set(entry) != {"dtype", "shape", "data_offsets"}:
        raise ValueError(
            f"Expected dtype, shape and data_offsets of tensor {shown(name)}, got {shown(entry)}."
        )
    dtype, shape, place = entry["dtype"], entry["shape"], entry["data_offsets"]
    if not isinstance(dtype, str) or dtype not in ITEM_BYTES:
        raise ValueError(
            f"Expected tensor {shown(name)} in F32 or F64 (float32 or float64), got {shown(dtype)}."
        )
    if not _whole_numbers(shape) or not 1 <= len(shape) <= 2 or 0 in shape:
        raise ValueError(
            f"Expected a shape of one or two sizes from 1 to {MAX_BYTES:,} for tensor "
            f"{shown(name)}, got {shown(shape)}."
        )
    if not _whole_numbers(place) or len(place) != 2:
        raise ValueError(
            f"Expected two offsets into the file for tensor {shown(name)}, got {shown(place)}."
        )
    begin, end = place
    if end - begin != math.prod(shape) * ITEM_BYTES[dtype]:
        raise ValueError(
            f"Expected {math.prod(shape) * ITEM_BYTES[dtype]:,} bytes for tensor {shown(name)} by "
            f"its shape, got {end - begin:,} by its offsets."
        )
    return Tensor(dtype, tuple(shape)), (begin, end)


def _whole_numbers(value: Any) -> bool:
    return isinstance(value, list) and all(
        isinstance(number, int) and not isinstance(number, bool) and 0 <= number <= MAX_BYTES
        for number in value
    )


def _check_places(places: list[tuple[int, int]], weight_bytes: int) -> None:
    """Tensors lie one behind the other, and fill the file."""
    expected = 0
    for begin, end in places:
        if begin != expected:
            raise ValueError(
                f"Expected tensors side by side, one from byte {expected:,}, got one from byte "
                f"{begin:,}."
            )
        expected = end
    if expected != weight_bytes:
        raise ValueError(
            f"Expected {expected:,} bytes of weights as the header says, got {weight_bytes:,}."
        )
