"""Speed of one training step beside PyTorch, as a ratio (below 1: ours is faster).

    pip install -e . threadpoolctl "torch==2.13.0" --extra-index-url https://download.pytorch.org/whl/cpu
    python benchmarks/bench_train.py           # about a minute; --quick for a smoke run

A step is all of it, in float32 on one thread: the forward pass of an LSTM with an output layer over
a batch, cross entropy at every position, back-propagation through time, clipping by global norm,
Adam. Ours is what `lstm_viz.learn.train` does, record and checks included; PyTorch's is
`torch.nn.LSTM` with `nn.Linear`, `clip_grad_norm_` and `optim.Adam`. Both run in one process,
interleaved; a ratio is that of medians, and the aim for it is in brackets.

Our step writes its record over that of the step before. PyTorch's takes memory anew: at the larger
shape its time varies with how much of that the system had taken back in between.

Most of the time goes into matrix products, and so the ratio depends on the kernels that NumPy's
OpenBLAS takes, named above the table: those it finds right for the CPU, unless OPENBLAS_CORETYPE in
the environment asks for others. (PyTorch goes by the CPU alone.) Where the CPU has AVX-512 and the
kernels have not, as when Haswell's are asked for or OpenBLAS does not know a new CPU, there is a
second table, from a process that asks for SkylakeX's.
"""

import os
import subprocess
import sys
from itertools import repeat
from pathlib import Path

# First: it sets the number of threads before NumPy is imported.
from bench_core import medians, np, threadpool_info, torch

from lstm_viz.learn import Batch, Model, train

AIM = 1.05
CLASSES = 64
SHAPES = ((16, 50, 64, 128), (32, 100, 64, 256))  # (B, T, I, H)
KERNELS = "OPENBLAS_CORETYPE"


def ours(x: np.ndarray, targets: np.ndarray, hidden_size: int):
    model = Model.init(
        input_size=x.shape[-1],
        hidden_size=hidden_size,
        output_size=CLASSES,
        rng=np.random.default_rng(0),
    )
    steps = train(model, repeat(Batch(x, targets)), steps=1_000_000, learning_rate=1e-3)
    return lambda: next(steps)


def pytorch(x: np.ndarray, targets: np.ndarray, hidden_size: int):
    layer = torch.nn.LSTM(x.shape[-1], hidden_size)
    head = torch.nn.Linear(hidden_size, CLASSES)
    parameters = [*layer.parameters(), *head.parameters()]
    adam = torch.optim.Adam(parameters, 1e-3)
    inputs, right = torch.from_numpy(x), torch.from_numpy(targets).reshape(-1)

    def step() -> float:
        adam.zero_grad()
        outputs = head(layer(inputs)[0]).reshape(-1, CLASSES)
        loss = torch.nn.functional.cross_entropy(outputs, right)
        loss.backward()
        torch.nn.utils.clip_grad_norm_(parameters, 1.0)
        adam.step()
        return loss.item()

    return step


def kernels() -> str:
    """The OpenBLAS kernels in use, by the name of the CPU that they were written for."""
    found = {pool["architecture"] for pool in threadpool_info() if "architecture" in pool}
    return ", ".join(sorted(found)) or "unknown"


def table(seconds: float) -> None:
    torch.set_num_threads(1)
    chosen = f"asked for by {KERNELS}" if os.environ.get(KERNELS) else "NumPy's own choice"
    print(f"NumPy {np.__version__} (BLAS kernels: {kernels()}, {chosen}),")
    print(f"PyTorch {torch.__version__}, float32, one thread\n")
    print("| B, T, I, H | ours ms | PyTorch ms | ours ÷ PyTorch |")
    print("|---|---|---|---|")
    for batch_size, seq_len, input_size, hidden_size in SHAPES:
        rng = np.random.default_rng(0)
        x = rng.normal(size=(seq_len, batch_size, input_size)).astype(np.float32)
        targets = rng.integers(0, CLASSES, (seq_len, batch_size))
        runs = {make.__name__: make(x, targets, hidden_size) for make in (ours, pytorch)}
        taken = medians(runs, seconds)
        ratio = taken["ours"] / taken["pytorch"]
        print(
            f"| {batch_size}, {seq_len}, {input_size}, {hidden_size} | {1e3 * taken['ours']:.1f} "
            f"| {1e3 * taken['pytorch']:.1f} | {ratio:.2f} ({AIM}) |",
            flush=True,
        )


def misses_avx512() -> bool:
    """Whether the CPU has it and the kernels have not; known on Linux only."""
    cpu = Path("/proc/cpuinfo")
    has_it = cpu.exists() and " avx512f " in cpu.read_text()
    return has_it and kernels() in ("Haswell", "Zen", "Sandybridge")


def main() -> None:
    table(0.2 if "--quick" in sys.argv else 12.0)
    if misses_avx512():
        print(flush=True)
        command = [sys.executable, *sys.argv]
        subprocess.run(command, env=os.environ | {KERNELS: "SkylakeX"}, check=True)


if __name__ == "__main__":
    main()
