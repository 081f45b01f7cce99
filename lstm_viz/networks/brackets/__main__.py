"""Train the bracket network and write `brackets.npz`; with --score only measure the shipped one."""

import argparse
import time
from collections.abc import Mapping

from lstm_viz.networks.brackets.scores import Score, all_scores
from lstm_viz.networks.brackets.shipped import FILE, Shipped, save, shipped
from lstm_viz.networks.brackets.training import SEED, made, trained


def main() -> None:
    arguments = argparse.ArgumentParser(prog="python -m lstm_viz.networks.brackets")
    arguments.description = __doc__
    arguments.add_argument("--score", action="store_true", help="score the shipped file, no more")
    arguments.add_argument("--seed", type=int, default=SEED, help="train and score, write nothing")
    options = arguments.parse_args()
    started = time.perf_counter()
    if options.score:
        report(all_scores(shipped().reader))
        return
    network = trained(options.seed, tell=lambda step, loss: tell(step, loss, started))
    scores = all_scores(network)
    report(scores)
    if options.seed == SEED:
        save(Shipped(network, scores, made()), str(FILE))
        print(f"wrote {FILE}")


def tell(step: int, loss: float, started: float) -> None:
    if step % 1000 == 0:
        print(f"step {step:6,}  loss {loss:.4f}  {time.perf_counter() - started:5.1f} s")


def report(scores: Mapping[str, Score]) -> None:
    titles = ("steps", "strings", "closed steps", "closed share", "c ~ depth", "deepest")
    print(" " * 30 + "".join(f"{title:>14}" for title in titles))
    for name, score in scores.items():
        print(
            f"{name:30}{score.per_step:14.4f}{score.per_string:14.4f}{score.per_closed_step:14.4f}"
            f"{score.closed_share:14.4f}{score.correlation:14.6f}{score.deepest:14}"
        )


if __name__ == "__main__":
    main()
