"""Arrays to and from the bytes of a .safetensors file, as the package of this name does it."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from safetensors import SafetensorError

DTYPES = {
    "F16": "<f2", "F32": "<f4", "F64": "<f8", "BOOL": "|b1",
    "I8": "|i1", "I16": "<i2", "I32": "<i4", "I64": "<i8",
    "U8": "|u1", "U16": "<u2", "U32": "<u4", "U64": "<u8",
}  # fmt: skip
NAMES = {dtype: name for name, dtype in DTYPES.items()}
LENGTH_BYTES, ALIGNED = 8, 8


def load(data: bytes) -> dict[str, np.ndarray[Any, Any]]:
    """The arrays in a file."""
    if len(data) < LENGTH_BYTES:
        raise SafetensorError("header too small")
    begin = LENGTH_BYTES + int.from_bytes(data[:LENGTH_BYTES], "little")
    if begin > len(data):
        raise SafetensorError("invalid header length")
    try:
        entries = json.loads(data[LENGTH_BYTES:begin].decode("utf-8"))
        entries.pop("__metadata__", None)
        return {name: _array(data, begin, entry) for name, entry in entries.items()}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise SafetensorError(f"invalid header: {error}") from None


def _array(data: bytes, begin: int, entry: Mapping[str, Any]) -> np.ndarray[Any, Any]:
    first, end = entry["data_offsets"]
    dtype, count = np.dtype(DTYPES[entry["dtype"]]), math.prod(entry["shape"])
    if not 0 <= first <= end <= len(data) - begin or end - first != count * dtype.itemsize:
        raise ValueError("a tensor's place is not its size")
    return np.frombuffer(data, dtype, count, begin + first).reshape(entry["shape"]).copy()


def save(
    tensor_dict: Mapping[str, np.ndarray[Any, Any]], metadata: Mapping[str, str] | None = None
) -> bytes:
    """A file of these arrays: the widest first, then by name."""
    entries: dict[str, Any] = {"__metadata__": dict(metadata)} if metadata else {}
    bodies: list[bytes] = []
    place = 0
    for name, array in sorted(
        tensor_dict.items(), key=lambda item: (-item[1].dtype.itemsize, item[0])
    ):
        little = np.ascontiguousarray(array, array.dtype.newbyteorder("<"))
        body = little.tobytes()
        entries[name] = {
            "dtype": NAMES[little.dtype.str],
            "shape": list(array.shape),
            "data_offsets": [place, place + len(body)],
        }
        bodies.append(body)
        place += len(body)
    header = json.dumps(entries, separators=(",", ":"), ensure_ascii=False).encode()
    header += b" " * (-len(header) % ALIGNED)
    return len(header).to_bytes(LENGTH_BYTES, "little") + header + b"".join(bodies)
