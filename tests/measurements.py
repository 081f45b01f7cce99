"""Measurements that tests make: collected from all test processes, shown once at the end."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path


@dataclass(frozen=True)
class Measurement:
    name: str
    value: float
    unit: str
    note: str

    @property
    def number(self) -> str:
        return f"{self.value:.3g}" if abs(self.value) < 100 else f"{self.value:,.0f}"


class Report:
    """Each process appends to a file of its own in `folder`; any of them can read all."""

    def __init__(self, folder: Path, process: str) -> None:
        self.folder = folder
        self.file = folder / f"{process}.jsonl"

    def __call__(self, name: str, value: float, unit: str = "", note: str = "") -> None:
        row = json.dumps(asdict(Measurement(name, float(value), unit, note)))
        with self.file.open("a", encoding="utf-8") as file:
            file.write(row + "\n")

    def measurements(self) -> list[Measurement]:
        rows = [
            json.loads(line)
            for file in sorted(self.folder.glob("*.jsonl"))
            for line in file.read_text(encoding="utf-8").splitlines()
        ]
        return sorted((Measurement(**row) for row in rows), key=lambda row: row.name)


def as_text(rows: list[Measurement]) -> str:
    """Name, value and unit in columns, the note after them."""
    wide = max(len(row.name) for row in rows)
    lines = [f"{row.name:<{wide}}  {row.number:>8} {row.unit:<6} {row.note}" for row in rows]
    return "\n".join(line.rstrip() for line in lines)


def as_markdown(rows: list[Measurement]) -> str:
    lines = [f"| {row.name} | {row.number} {row.unit} | {row.note} |" for row in rows]
    return "\n".join(["| measured | value | note |", "|---|---|---|", *lines]) + "\n"
