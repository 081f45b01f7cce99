"""Makes pytorch.npz: outputs and gradients of PyTorch's recurrent layers, in float64.

Run by hand when the values are to be renewed; the tests only read the file:

    pip install torch==2.13.0 --index-url https://download.pytorch.org/whl/cpu
    python tests/unit/golden/make_golden.py

For each layer the file holds its parameters as PyTorch has them (two biases), a batch of inputs,
the initial states, all outputs, the loss's gradient by the outputs, and PyTorch's gradients by
everything that goes in. Keys: `<layer>/<name>` and `<layer>/grad_<name>`.
"""

from pathlib import Path

import numpy as np
import torch

SEQ_LEN, BATCH, INPUT, HIDDEN = 6, 2, 3, 4


def golden(kind: str, layer_type: type[torch.nn.RNNBase]) -> dict[str, np.ndarray]:
    layer = layer_type(INPUT, HIDDEN).double()
    states = {"h0": torch.randn(1, BATCH, HIDDEN)}
    if kind == "lstm":
        states["c0"] = torch.randn(1, BATCH, HIDDEN)
    given = {"x": torch.randn(SEQ_LEN, BATCH, INPUT), **states}
    for tensor in given.values():
        tensor.requires_grad_()
    first = (given["h0"], given["c0"]) if kind == "lstm" else given["h0"]
    outputs, last = layer(given["x"], first)
    loss_grad = torch.randn_like(outputs)
    (outputs * loss_grad).sum().backward()

    given |= {name.removesuffix("_l0"): p for name, p in layer.named_parameters()}
    found = {"h": outputs, "loss_grad": loss_grad}
    if kind == "lstm":
        found["last_c"] = last[1]
    found |= given | {f"grad_{name}": tensor.grad for name, tensor in given.items()}
    return {f"{kind}/{name}": tensor.detach().numpy() for name, tensor in found.items()}


if __name__ == "__main__":
    torch.manual_seed(0)
    torch.set_default_dtype(torch.float64)
    layers = {"lstm": torch.nn.LSTM, "gru": torch.nn.GRU, "rnn": torch.nn.RNN}
    arrays = {k: v for kind, layer in layers.items() for k, v in golden(kind, layer).items()}
    np.savez_compressed(
        Path(__file__).with_name("pytorch.npz"), made_with=f"torch {torch.__version__}", **arrays
    )
