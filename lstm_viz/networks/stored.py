"""A trained network as a file: weights in .safetensors, and in its header how they came to be.

`to_bytes` and `from_bytes` are each other's inverse; equal networks give equal bytes. `from_bytes`
takes files from strangers: whatever is wrong, it raises `ValueError` with one sentence.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

import numpy as np
from safetensors import SafetensorError
from safetensors import numpy as safetensors

from lstm_viz.learn import Model
from lstm_viz.networks.header import (
    ITEM_BYTES,
    LENGTH_BYTES,
    MAX_BYTES,
    MAX_HEADER_BYTES,
    Tensor,
    header_length,
    read_header,
    shown,
)
from lstm_viz.networks.metadata import FORMAT, check_metadata
from lstm_viz.networks.tensor_checks import check_tensors
from lstm_viz.trace import Array

FOLDER = resources.files("lstm_viz.networks") / "files"
ENDING = ".safetensors"
SHIPPED: tuple[str, ...] = tuple(
    sorted(
        file.name.removesuffix(ENDING) for file in FOLDER.iterdir() if file.name.endswith(ENDING)
    )
)
"""The names of the networks that ship with the package."""

LARGEST_WEIGHT = 1_000_000
"""No trained weight comes near; with larger ones, sums could overflow in float32."""

_ALIGNED = 8  # the format begins the weights at a multiple of this


@dataclass(frozen=True, eq=False)
class Stored:
    """A network and what is to be told of it.

    `metadata` names at least the `name`, the `task` and its `size`; `format` and `cell` are
    filled in. Others of its entries: data, licence, seed, steps, score, score_name, chance,
    made_by, and for next-character networks the alphabet, a JSON list. Raises `ValueError` for
    words or sizes that do not fit.
    """

    model: Model
    metadata: Mapping[str, str]

    def __post_init__(self) -> None:
        metadata = {"format": FORMAT, "cell": self.model.kind, **self.metadata}
        check_metadata(metadata)
        if metadata["cell"] != self.model.kind:
            raise ValueError(f"Expected the cell {self.model.kind!r}, got {metadata['cell']!r}.")
        tensors = {
            name: Tensor(_dtype_name(array), array.shape)
            for name, array in self.model.parameters.items()
        }
        check_tensors(metadata, tensors)
        object.__setattr__(self, "metadata", MappingProxyType(metadata))


def to_bytes(stored: Stored) -> bytes:
    """The file of a network: the same bytes for the same network, whenever and wherever."""
    return packed(stored.model.parameters, stored.metadata)


def packed(tensors: Mapping[str, Array], metadata: Mapping[str, str]) -> bytes:
    """Arrays and what is told of them: the same bytes for the same arrays."""
    arrays = {name: np.ascontiguousarray(array) for name, array in tensors.items()}
    data = safetensors.save(arrays, metadata=dict(metadata))
    # The library writes the metadata in an order that changes from run to run: sort it.
    weights_from = LENGTH_BYTES + header_length(data)
    entries = json.loads(data[LENGTH_BYTES:weights_from])
    header = json.dumps(entries, sort_keys=True, separators=(",", ":")).encode()
    header += b" " * (-len(header) % _ALIGNED)
    whole = len(header).to_bytes(LENGTH_BYTES, "little") + header + data[weights_from:]
    if len(header) > MAX_HEADER_BYTES or len(whole) > MAX_BYTES:
        raise ValueError(f"Expected a network of at most {MAX_BYTES:,} bytes, got {len(whole):,}.")
    return whole


def unpacked(data: bytes) -> tuple[dict[str, Array], dict[str, str]]:
    """What `packed` was given, from a file of this package: it is trusted.

    Raises `ValueError` for what is no such file at all.
    """
    try:
        header = json.loads(data[LENGTH_BYTES : LENGTH_BYTES + header_length(data)])
        return safetensors.load(data), header["__metadata__"]
    except (ValueError, SafetensorError):
        raise ValueError("Expected a file that `packed` made, got something else.") from None


def from_bytes(data: bytes) -> Stored:
    """The network in a .safetensors file, from whoever it comes.

    Raises `ValueError` with one sentence for anything but a file that `to_bytes` could have made.
    Nothing is allocated beyond a few times the size of the file, which is limited to 8 MB.
    """
    header = read_header(data)
    check_metadata(header.metadata)
    check_tensors(header.metadata, header.tensors)
    try:
        arrays = safetensors.load(data)
    except SafetensorError as error:  # `read_header` is stricter, but the library has its own mind
        raise ValueError(f"Expected a .safetensors file, got {shown(str(error))}.") from None
    for name, array in arrays.items():
        _check_weights(name, array)
    return Stored(Model.from_parameters(header.metadata["cell"], arrays), header.metadata)


@cache
def load(name: str) -> Stored:
    """The shipped network of this name."""
    if name not in SHIPPED:
        raise ValueError(f"Expected a network of {', '.join(SHIPPED)}, got {shown(name)}.")
    return from_bytes((FOLDER / f"{name}{ENDING}").read_bytes())


def _check_weights(name: str, array: Array) -> None:
    wrong = array[~(np.abs(array) <= LARGEST_WEIGHT)]  # so written, NaN is wrong too
    if wrong.size:
        raise ValueError(
            f"Expected finite weights of at most {LARGEST_WEIGHT:,} in tensor {name!r}, got "
            f"{wrong.flat[0]}."
        )


def _dtype_name(array: Array) -> str:
    return next(name for name, size in ITEM_BYTES.items() if size == array.itemsize)
