"""Building .safetensors files by hand, wrong ones too."""

import json
import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from lstm_viz.learn import Model
from lstm_viz.networks.stored import Stored, to_bytes
from lstm_viz.tasks import TASKS

HIDDEN = 3
ABOUT = {"name": "mine", "task": "parity", "size": "20"}


def good() -> bytes:
    task = TASKS["parity"]
    model = Model.init(
        input_size=len(task.inputs),
        hidden_size=HIDDEN,
        output_size=len(task.outputs),
        rng=np.random.default_rng(0),
    )
    return to_bytes(Stored(model, ABOUT))


def parts(data: bytes) -> tuple[dict[str, Any], bytes]:
    """The header as JSON reads it, and the bytes behind it."""
    length = int.from_bytes(data[:8], "little")
    return json.loads(data[8 : 8 + length]), data[8 + length :]


def file(header: Mapping[str, Any] | str | bytes, weights: bytes = b"") -> bytes:
    text = header if isinstance(header, str | bytes) else json.dumps(header)
    encoded = text if isinstance(text, bytes) else text.encode()
    return len(encoded).to_bytes(8, "little") + encoded + weights


def with_metadata(**entries: object) -> bytes:
    """The good file with these entries changed, or left out if None."""
    header, weights = parts(good())
    changed = {**header["__metadata__"], **entries}
    header["__metadata__"] = {k: text for k, text in changed.items() if text is not None}
    return file(header, weights)


def with_tensor(name: str, **fields: object) -> bytes:
    """The good file with the header's entry of one tensor changed; the bytes stay."""
    header, weights = parts(good())
    header[name] = {**header[name], **fields}
    return file(header, weights)


def laid_out(shapes: Mapping[str, tuple[int, ...]], dtype: str = "F32", **metadata: str) -> bytes:
    """A well-formed file of zeros in these shapes."""
    item = {"F32": 4, "F64": 8, "F16": 2, "BF16": 2, "I64": 8}[dtype]
    header: dict[str, Any] = {
        "__metadata__": {"format": "lstm_viz/1", "cell": "lstm", **ABOUT, **metadata}
    }
    end = 0
    for name, shape in shapes.items():
        begin, end = end, end + math.prod(shape) * item
        header[name] = {"dtype": dtype, "shape": list(shape), "data_offsets": [begin, end]}
    return file(header, bytes(end))


def lstm_shapes(hidden: int, layers: int = 1) -> dict[str, tuple[int, ...]]:
    task = TASKS["parity"]
    shapes: dict[str, tuple[int, ...]] = {}
    for layer in range(layers):
        reads = hidden if layer else len(task.inputs)
        shapes |= {
            f"layers.{layer}.weight_ih": (4 * hidden, reads),
            f"layers.{layer}.weight_hh": (4 * hidden, hidden),
            f"layers.{layer}.bias": (4 * hidden,),
        }
    outputs = len(task.outputs)
    return {**shapes, "head.weight": (outputs, hidden), "head.bias": (outputs,)}
