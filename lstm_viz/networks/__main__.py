"""Make the trained networks that ship with the package again, or measure them afresh.

python -m lstm_viz.networks make NAME|all     train, measure, write NAME.safetensors
python -m lstm_viz.networks score [NAME …]    measure what ships, print a table in Markdown
python -m lstm_viz.networks record            train what reads Mia's basket again, keep checkpoints
"""

import argparse
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from lstm_viz.learn import one_thread
from lstm_viz.networks.basket_run import FILE
from lstm_viz.networks.captions.file import FOLDER as CAPTIONS_FOLDER
from lstm_viz.networks.captions.file import NAME
from lstm_viz.networks.chat.files import FOLDER as CHAT_FOLDER
from lstm_viz.networks.chat.files import NAMES as CHATS
from lstm_viz.networks.digits.files import FOLDER as DIGITS_FOLDER
from lstm_viz.networks.digits.files import NAME as DIGITS
from lstm_viz.networks.recipes import RECIPES, MissingDataError, captions, chat, digits
from lstm_viz.networks.recipes.basket_run import recorded_anew
from lstm_viz.networks.recipes.recipe import Report
from lstm_viz.networks.stored import ENDING, FOLDER, SHIPPED, to_bytes
from lstm_viz.networks.table import HEAD, row

ALL = "all"


@dataclass(frozen=True)
class OwnFile:
    """Of a network that is more than a ``Model``: where its file is, and what makes it."""

    folder: Traversable
    made: Callable[[Report], bytes]


OWN: Mapping[str, OwnFile] = {
    **{name: OwnFile(CHAT_FOLDER, partial(chat.made, name)) for name in CHATS},
    NAME: OwnFile(CAPTIONS_FOLDER, captions.made),
    DIGITS: OwnFile(DIGITS_FOLDER, digits.made),
}


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(
        prog="python -m lstm_viz.networks",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    making = commands.add_parser("make", help="train, measure and write")
    making.add_argument("names", nargs="+", choices=[*RECIPES, *OWN, ALL], metavar="NAME")
    commands.add_parser("record", help="write runs/basket.safetensors")
    scoring = commands.add_parser("score", help="measure what ships")
    scoring.add_argument("names", nargs="*", metavar="NAME")
    options = parser.parse_args(arguments)
    one_thread()
    if options.command == "score":
        score(options.names or SHIPPED)
    elif options.command == "record":
        with resources.as_file(FILE) as file:
            record(file)
    else:
        for name in [*RECIPES, *OWN] if ALL in options.names else options.names:
            with resources.as_file(OWN[name].folder if name in OWN else FOLDER) as folder:
                make(name, folder)


def make(name: str, folder: Path) -> None:
    """Train, measure, write; says what it is doing on the way."""
    tell = _telling(name)
    try:
        data = OWN[name].made(tell) if name in OWN else to_bytes(RECIPES[name].made(tell))
    except MissingDataError as missing:
        sys.exit(f"{name}: {missing}")
    file = folder / f"{name}{ENDING}"
    file.write_bytes(data)
    tell(f"wrote {file}")


def record(file: Path) -> None:
    """Train again and write the checkpoints."""
    tell = _telling("basket")
    file.write_bytes(recorded_anew(tell))
    tell(f"wrote {file}")


def _telling(name: str) -> Report:
    started = time.perf_counter()
    return lambda line: print(f"{name}: {line}  {time.perf_counter() - started:5.1f} s")


def score(names: Sequence[str]) -> None:
    """Prints the table that the README shows."""
    unknown = [name for name in names if name not in SHIPPED]
    if unknown:
        sys.exit(f"expected networks of {', '.join(SHIPPED)}, got {', '.join(unknown)}")
    print("\n".join([*HEAD, *map(row, names)]))


if __name__ == "__main__":
    main()
