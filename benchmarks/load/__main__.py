"""What a class waits for that opens the app at once, beside an empty app: on this machine alone.

    python -m benchmarks.load --students 40 --within 5 --page forget-gate --reruns 3

Starts the app on a free port of 127.0.0.1. A teacher opens the page; then the students come, at
even distances, each over a web socket of their own as a browser does. The first run of a page is
over when Streamlit says so and what it told to fetch (the film, the player's script) is there. Each
rerun comes after some seconds of thought: the reader has come to another step. Then the same with
an app that is a button and a sentence, where a rerun is a click.
"""

from __future__ import annotations

import argparse
import asyncio
from collections.abc import Sequence
from pathlib import Path

from benchmarks.load.bounds import MOST_STUDENTS, whole
from benchmarks.load.crowd import Crowd, Measured, measured
from lstm_viz.ui.navigation import PAGES

ROOT = Path(__file__).resolve().parents[2]
APP, EMPTY = ROOT / "app.py", ROOT / "tests" / "browser" / "empty_app.py"


def arguments(given: Sequence[str] | None = None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.load", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--students", type=whole(MOST_STUDENTS, 1), default=40)
    parser.add_argument("--within", type=whole(60), default=5, help="seconds in which they come")
    parser.add_argument("--page", default="forget-gate", choices=[page.id for page in PAGES])
    parser.add_argument("--reruns", type=whole(50), default=0, help="of each student")
    parser.add_argument("--think", type=whole(60), default=2, help="seconds before each rerun")
    return parser.parse_args(given)


def table(app: Measured, empty: Measured) -> str:
    lines = ["| | app | empty app | app ÷ empty |", "|---|---|---|---|"]
    for name, ours in app.rows().items():
        floor = empty.rows()[name]
        ratio = f"{ours / floor:.2f}" if floor else ""
        lines.append(f"| {name} | {ours:,.4g} | {floor:,.4g} | {ratio} |")
    return "\n".join(lines)


def main() -> None:
    asked = arguments()
    crowd = Crowd(asked.students, asked.within, asked.reruns, asked.think)
    print(f"{crowd.students} students within {crowd.within} s, page {asked.page}", flush=True)
    app = asyncio.run(measured(APP, asked.page, crowd))
    empty = asyncio.run(measured(EMPTY, "", crowd))
    print(table(app, empty))
    for error in (*app.errors, *empty.errors):
        print(error)


if __name__ == "__main__":
    main()
