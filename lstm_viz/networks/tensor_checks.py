"""Whether the arrays of a file make a network: names, and sizes that agree with the task."""

import re
from collections.abc import Mapping

from lstm_viz.learn.model import CELLS, MOST_LAYERS
from lstm_viz.networks.header import Tensor, shown
from lstm_viz.networks.jobs import asked
from lstm_viz.networks.metadata import alphabet

MAX_HIDDEN = 512

_LAYER = re.compile(r"layers\.([0-9]{1,3})\..*", re.DOTALL)


def check_tensors(metadata: Mapping[str, str], tensors: Mapping[str, Tensor]) -> None:
    """Refuse tensors that are not those of a network of this cell for this task.

    Looks at names and shapes alone, before there is any array; `ValueError` in one sentence.
    """
    layers = _layers(tensors)
    cell = metadata["cell"]
    hidden = [_columns(tensors, f"layers.{layer}.weight_hh") for layer in range(layers)]
    if max(hidden) > MAX_HIDDEN:
        raise ValueError(f"Expected at most {MAX_HIDDEN} units a layer, got {max(hidden):,}.")
    inputs, outputs = sizes(metadata)
    expected: dict[str, tuple[int, ...]] = {}
    for layer, units in enumerate(hidden):
        shapes = CELLS[cell].shapes(hidden[layer - 1] if layer else inputs, units)
        expected |= {f"layers.{layer}.{name}": shape for name, shape in shapes.items()}
    expected |= {"head.weight": (outputs, hidden[-1]), "head.bias": (outputs,)}
    for name in expected:
        if name not in tensors:
            raise ValueError(f"Expected the tensors of {_called(cell)}, got no {name!r}.")
    for name in tensors:
        if name not in expected:
            raise ValueError(
                f"Expected the tensors of {_called(cell)} alone, got {shown(name)} too."
            )
    for name, shape in expected.items():
        if tensors[name].shape != shape:
            raise ValueError(
                f"Expected tensor {name!r} in shape {shape}, by the task and the other tensors, "
                f"got {tensors[name].shape}."
            )
    dtypes = sorted({tensor.dtype for tensor in tensors.values()})
    if len(dtypes) > 1:
        raise ValueError(f"Expected all tensors in one dtype, got {' and '.join(dtypes)}.")


def sizes(metadata: Mapping[str, str]) -> tuple[int, int]:
    """Inputs and outputs of a network for its task; for next-character, of its alphabet."""
    task, characters = metadata["task"], alphabet(metadata)
    if task == "next-character":
        if not characters:
            raise ValueError("Expected an alphabet with the task next-character, got none.")
        return len(characters), len(characters)
    if characters:
        raise ValueError(f"Expected an alphabet with next-character alone, got one with {task}.")
    return len(asked(task).inputs), len(asked(task).outputs)


def _layers(tensors: Mapping[str, Tensor]) -> int:
    """How many layers are numbered, from 0 on."""
    numbers = {int(match[1]) for match in map(_LAYER.fullmatch, tensors) if match}
    if not numbers:
        raise ValueError("Expected tensors of at least one layer, 'layers.0.…', got none.")
    if max(numbers) >= MOST_LAYERS:
        raise ValueError(
            f"Expected at most {MOST_LAYERS} layers, got layer {max(numbers)} (from 0)."
        )
    return max(numbers) + 1


def _columns(tensors: Mapping[str, Tensor], name: str) -> int:
    if name not in tensors:
        raise ValueError(f"Expected a tensor {name!r}, got none of this name.")
    if len(tensors[name].shape) != 2:
        raise ValueError(
            f"Expected tensor {name!r} with rows and columns, got shape {tensors[name].shape}."
        )
    return tensors[name].shape[1]


def _called(cell: str) -> str:
    return f"an {cell.upper()}" if cell in ("lstm", "rnn") else f"a {cell.upper()}"
