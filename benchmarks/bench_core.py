"""Speed of the recording LSTM beside its peers, as ratios (below 1: ours is faster).

    pip install -e . threadpoolctl "torch==2.13.0" --extra-index-url https://download.pytorch.org/whl/cpu
    python benchmarks/bench_core.py            # about 80 seconds; --quick for a smoke run

Compared, in one process on one thread, in float32, the runs of all of them interleaved:

(a) loop      a PyTorch loop over time steps that keeps the same signals
(b) nn.LSTM   `torch.nn.LSTM`, which keeps nothing for people to see
(c) bare      the matrix products and one tanh over the gates in NumPy: what no code can go below

`torch.nn.LSTM` runs in oneDNN where the CPU allows, whose products are faster than NumPy's BLAS on
some machines: the last column, (c) ÷ (b), is then the least that any NumPy code could reach. It
depends on the kernels that OpenBLAS picks for the CPU, named above the table: it may not know a new
one and fall back to Haswell, without AVX-512, where OPENBLAS_CORETYPE=Cooperlake (or SkylakeX) in
the environment runs the same products up to twice as fast.

Shapes are (B, T, I, H). For B = 1 ours runs unbatched and PyTorch with a batch of one, each its
quickest way. A ratio is that of medians; the aim is in brackets.
"""

import os

# Before NumPy is imported: two threads on small products wait for each other on a busy machine.
for variable in ("OPENBLAS_NUM_THREADS", "OMP_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[variable] = "1"

import argparse
import sys
from collections.abc import Callable
from statistics import median
from time import perf_counter

import numpy as np

import lstm_viz

try:
    import torch
    from threadpoolctl import threadpool_info
except ImportError as error:
    sys.exit(
        f"This benchmark needs {error.name}, which is not installed: pip install threadpoolctl "
        "torch==2.13.0 --extra-index-url https://download.pytorch.org/whl/cpu"
    )

Shape = tuple[int, int, int, int]
Runs = dict[str, Callable[[], object]]

# (B, T, I, H): aims for run against (a) and (b), for run + backward against (a) and (b)
AIMS: dict[Shape, tuple[float, float, float, float]] = {
    (1, 20, 3, 4): (0.2, 0.6, 0.1, 0.4),
    (1, 100, 64, 64): (0.25, 1.7, 0.1, 1.3),
    (16, 50, 64, 128): (0.5, 1.2, 0.35, 1.15),
    (32, 100, 64, 256): (0.6, 1.25, 0.35, 1.15),
}


def ours(shape: Shape) -> Runs:
    batch_size, seq_len, input_size, hidden_size = shape
    rng = np.random.default_rng(0)
    cell = lstm_viz.LSTM.init(
        input_size=input_size, hidden_size=hidden_size, rng=rng, dtype=np.float32
    )
    lead = (seq_len, batch_size) if batch_size > 1 else (seq_len,)
    x = rng.normal(size=(*lead, input_size)).astype(np.float32)
    grad_h = np.ones((*lead, hidden_size), np.float32)
    return {"run": lambda: cell.run(x), "both": lambda: cell.backward(cell.run(x), grad_h)}


def torch_loop(shape: Shape) -> Runs:
    """The cell as one writes it in PyTorch, every signal of every step stacked at the end."""
    batch_size, seq_len, input_size, hidden_size = shape
    layer = torch.nn.LSTM(input_size, hidden_size)
    x = torch.randn(seq_len, batch_size, input_size, requires_grad=True)
    ones = torch.ones(seq_len, batch_size, hidden_size)

    def forward() -> dict[str, torch.Tensor]:
        w, u = layer.weight_ih_l0, layer.weight_hh_l0
        bias = layer.bias_ih_l0 + layer.bias_hh_l0
        h = c = torch.zeros(batch_size, hidden_size)
        steps = []
        for x_t in x:
            h_prev, c_prev = h, c
            z_i, z_f, z_g, z_o = (x_t @ w.T + h_prev @ u.T + bias).chunk(4, dim=1)
            i, f, o = torch.sigmoid(z_i), torch.sigmoid(z_f), torch.sigmoid(z_o)
            g = torch.tanh(z_g)
            kept = f * c_prev
            written = i * g
            c = kept + written
            tanh_c = torch.tanh(c)
            h = o * tanh_c
            steps.append((z_i, z_f, z_g, z_o, f, i, g, o, kept, written, c, tanh_c, h))
        names = (
            "z_i",
            "z_f",
            "z_g",
            "z_o",
            "f",
            "i",
            "g",
            "o",
            "kept",
            "written",
            "c",
            "tanh_c",
            "h",
        )
        return {n: torch.stack(s) for n, s in zip(names, zip(*steps, strict=True), strict=True)}

    def run() -> object:
        with torch.no_grad():
            return forward()

    def both() -> None:
        layer.zero_grad()
        x.grad = None
        forward()["h"].backward(ones)

    return {"run": run, "both": both}


def torch_lstm(shape: Shape) -> Runs:
    batch_size, seq_len, input_size, hidden_size = shape
    layer = torch.nn.LSTM(input_size, hidden_size)
    x = torch.randn(seq_len, batch_size, input_size, requires_grad=True)
    ones = torch.ones(seq_len, batch_size, hidden_size)

    def run() -> object:
        with torch.no_grad():
            return layer(x)

    def both() -> None:
        layer.zero_grad()
        x.grad = None
        layer(x)[0].backward(ones)

    return {"run": run, "both": both}


def bare(shape: Shape) -> Runs:
    """The products alone: [h, x] with the weights and a tanh; back, one for h and two in all."""
    batch_size, seq_len, input_size, hidden_size = shape
    rng = np.random.default_rng(0)
    k = hidden_size + input_size
    hx = rng.normal(size=(seq_len, batch_size, k)).astype(np.float32)
    weights = rng.normal(size=(k, 4 * hidden_size)).astype(np.float32)
    weight_hh = np.ascontiguousarray(weights[:hidden_size].T)
    weight_ih = np.ascontiguousarray(weights[hidden_size:].T)
    z = np.empty((seq_len, batch_size, 4 * hidden_size), np.float32)
    d_h = np.empty((batch_size, hidden_size), np.float32)
    rows = seq_len * batch_size

    def run() -> None:
        for t in range(seq_len):
            np.matmul(hx[t], weights, out=z[t])
        np.tanh(z, out=z)

    def both() -> None:
        run()
        for t in range(seq_len):
            np.matmul(z[t], weight_hh, out=d_h)
        _ = z.reshape(rows, -1).T @ hx.reshape(rows, -1)
        _ = z.reshape(rows, -1) @ weight_ih

    return {"run": run, "both": both}


def medians(runs: Runs, seconds: float) -> dict[str, float]:
    """Median time of one call of each, taken in turns for about `seconds` after a warm-up."""
    times: dict[str, list[float]] = {name: [] for name in runs}
    for call in runs.values():
        call()
    end = perf_counter() + seconds
    while perf_counter() < end or len(times[next(iter(times))]) < 3:
        for name, call in runs.items():
            start = perf_counter()
            call()
            times[name].append(perf_counter() - start)
    return {name: median(taken) for name, taken in times.items()}


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed of lstm_viz.LSTM beside its peers.")
    parser.add_argument("--quick", action="store_true", help="a smoke run: numbers mean nothing")
    seconds = 0.2 if parser.parse_args().quick else 8.0
    torch.set_num_threads(1)
    kernels = {pool["architecture"] for pool in threadpool_info() if "architecture" in pool}
    print(f"NumPy {np.__version__} (BLAS kernels: {', '.join(sorted(kernels)) or 'unknown'}),")
    print(f"PyTorch {torch.__version__}, float32, one thread\n")
    print("| B, T, I, H | | ours ms | ÷ (a) loop | ÷ (b) nn.LSTM | ÷ (c) bare | (c) ÷ (b) |")
    print("|---|---|---|---|---|---|---|")
    for shape, aims in AIMS.items():
        peers = [make(shape) for make in (ours, torch_loop, torch_lstm, bare)]
        for kind, label, (aim_a, aim_b) in (
            ("run", "run", aims[:2]),
            ("both", "run + backward", aims[2:]),
        ):
            names = ("ours", "loop", "lstm", "bare")
            runs = {name: peer[kind] for name, peer in zip(names, peers, strict=True)}
            taken = medians(runs, seconds)
            a, b, c = (taken["ours"] / taken[name] for name in names[1:])
            where = ", ".join(map(str, shape))
            print(
                f"| {where} | {label} | {1e3 * taken['ours']:.3g} "
                f"| {a:.2f} ({aim_a}) | {b:.2f} ({aim_b}) | {c:.2f} | {b / c:.2f} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
