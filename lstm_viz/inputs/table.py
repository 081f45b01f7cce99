"""A CSV table as people have it: which row names the columns, which column labels the steps.

Reading is the standard library's ``csv``: pandas guesses no separator when a quoted cell has one,
drops the numbers of the rows that a refusal has to name, and takes a row of units for data.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import numpy as np

from lstm_viz.inputs.checked import MAX_COLUMNS, InputError, Inputs, limit_steps, number_in
from lstm_viz.inputs.commas import is_number, with_points
from lstm_viz.inputs.files import Row, cells_of, decode, is_missing, read_rows
from lstm_viz.notation import clipped, counted, quoted

MAX_TABLE_COLUMNS = 64
"""To choose from."""
_YEARS = range(1500, 2101)
_LONGEST_LABEL = 200


@dataclass(frozen=True)
class Table:
    """A table before columns are chosen: its rows, and what each of its W columns holds.

    `names`: (W,); `numbers`: the columns, from 0, that hold numbers; `chosen`: those that are read
    unless the reader ticks others; `labels`: the column that labels the steps, if one does.
    """

    names: tuple[str, ...]
    named: bool
    numbers: tuple[int, ...]
    chosen: tuple[int, ...]
    labels: int | None
    rows: tuple[Row, ...]
    notes: tuple[str, ...]


def from_csv(data: str | bytes, columns: Sequence[int] = ()) -> Inputs:
    """One step a row, one input a column: `columns`, from 0, or those that hold numbers."""
    table = read_table(data)
    chosen = tuple(k for k in columns if k in table.numbers) or table.chosen
    if len(chosen) > MAX_COLUMNS:
        raise InputError(f"Expected at most {MAX_COLUMNS} columns, got {len(chosen)}.")
    limit_steps(len(table.rows), "rows of numbers")
    missing = [(n, k) for n, row in table.rows for k in chosen if is_missing(row[k])]
    if missing:
        raise InputError(_missing(table, missing, len(chosen)))
    point = with_points(row[k] for _, row in table.rows for k in chosen)
    x = [
        [number_in(point.get(row[k], row[k]), _place(table, n, k)) for k in chosen]
        for n, row in table.rows
    ]
    names = tuple(table.names[k] for k in chosen)
    return Inputs("csv", tuple(_tokens(table)), names, np.array(x), table.notes)


def _place(table: Table, n: int, k: int) -> str:
    name = f" ({quoted(table.names[k])})" if table.named else ""
    return f"row {n}, column {k + 1}{name}"


def _missing(table: Table, missing: list[tuple[int, int]], chosen: int) -> str:
    (n, k), *more = missing
    cell = dict(table.rows)[n][k]
    others = f" and {len(more):,} more so" if more else ""
    way = " (or untick the column)" if chosen > 1 else ""
    return f"Expected a number in {_place(table, n, k)}, got {quoted(cell)}{others}{way}."


def _tokens(table: Table) -> Iterator[str]:
    for number, (_, row) in enumerate(table.rows, start=1):
        label = "" if table.labels is None else row[table.labels]
        yield clipped(label, _LONGEST_LABEL).strip() or f"row {number}"


@lru_cache(maxsize=16)
def read_table(data: str | bytes) -> Table:
    """The table in a file.  Raises ``InputError`` for one without rows of numbers."""
    found = read_rows(decode(data))
    left_out: list[str] = []
    rows = _without_empty(list(found.rows), left_out)
    if not rows:
        raise InputError("Expected a CSV file with rows of numbers, got an empty one.")
    rows = _even(_without_titles(rows, left_out))
    width = len(rows[0][1])
    if width > MAX_TABLE_COLUMNS:
        raise InputError(f"Expected at most {MAX_TABLE_COLUMNS} columns, got {width}.")
    head, body, notes = _parted(rows)
    comments = list(found.comments)
    if not head and comments and (head := _named_in_comment(comments[-1], body, found.separator)):
        comments.pop()
    if comments:
        left_out.append(counted(len(comments), "comment line"))
    numbers = tuple(k for k in range(width) if _holds_numbers([row[k] for _, row in body]))
    units = [row for row in head[1:] if any(not is_missing(row[1][k]) for k in numbers)]
    left_out += [f"row {n} ({_quoted_row(row)})" for n, row in units]
    body = [*(row for row in head[1:] if row not in units), *body]
    names = head[0][1] if head else [""] * width
    labels = _labelling(names, body, numbers)
    inputs = tuple(k for k in numbers if k != labels)
    if not inputs:
        raise _no_numbers(rows)
    return Table(
        names=tuple(clipped(name) or f"column {k}" for k, name in enumerate(names, start=1)),
        named=bool(head),
        numbers=numbers,
        chosen=inputs[:MAX_COLUMNS],
        labels=labels,
        rows=tuple(body),
        notes=(*notes, *_column_notes(names, numbers, labels), *_left_out(left_out)),
    )


def _column_notes(names: list[str], numbers: Sequence[int], labels: int | None) -> Iterator[str]:
    called = [quoted(name) if name else str(k) for k, name in enumerate(names, start=1)]
    if labels is not None:
        yield f"Column {called[labels]} labels the steps."
    words = [name for k, name in enumerate(called) if k not in (*numbers, labels)]
    if words:
        yield f"Without numbers, and not read: column{'s' * (len(words) > 1)} {', '.join(words)}."
    if (count := len(set(numbers) - {labels})) > MAX_COLUMNS:
        yield f"{count} columns hold numbers; the first {MAX_COLUMNS} are ticked."


def _left_out(what: list[str]) -> Iterator[str]:
    if what:
        yield f"Left out: {', '.join(what)}."


# ---- rows --------------------------------------------------------------------------------------


def _without_empty(rows: list[Row], left_out: list[str]) -> list[Row]:
    """Without rows of separators alone above and below."""
    filled = [k for k, (_, row) in enumerate(rows) if any(row)]
    if not filled:
        return []
    below = len(rows) - 1 - filled[-1]
    if below:
        left_out.append(f"{counted(below, 'empty row')} at the end")
    return rows[filled[0] : filled[-1] + 1]


def _without_titles(rows: list[Row], left_out: list[str]) -> list[Row]:
    """Without a title above the table, and a source or note below it."""
    width = max(len(row) for _, row in rows)

    def alone(row: list[str]) -> bool:
        return bool(row[0]) and not any(row[1:]) and not is_number(row[0])

    while len(rows) > 1 and width > 1 and alone(rows[0][1]):
        header_follows = not any(map(is_number, rows[1][1]))
        if len(rows[0][1]) > 1 and not header_follows:
            break
        left_out.append(f"row {rows[0][0]} ({quoted(rows[0][1][0])})")
        rows = rows[1:]
    while len(rows) > 2 and width > 1 and alone(rows[-1][1]):
        gap = rows[-1][0] > rows[-2][0] + 1 or not any(rows[-2][1])
        sentence = ":" in rows[-1][1][0] or rows[-1][1][0].count(" ") > 1
        if len(rows[-1][1]) > 1 and not (gap and sentence):
            break
        left_out.append(f"row {rows[-1][0]} ({quoted(rows[-1][1][0])})")
        rows = rows[:-1]
        while not any(rows[-1][1]):
            rows = rows[:-1]
    return rows


def _even(rows: list[Row]) -> list[Row]:
    """Without columns in which nothing is; refused if one row then has more cells than another."""
    filled = max(k for _, row in rows for k, cell in enumerate(row, start=1) if cell)
    rows = [(n, row[:filled]) for n, row in rows]
    first, head = rows[0]
    others = {len(row) for _, row in rows[1:]}
    if others == {len(head) + 1} and not any(map(is_number, head)):
        rows[0] = (first, ["", *head])  # R gives the column of row names no name
    for n, row in rows:
        if len(row) != len(rows[0][1]):
            raise InputError(
                f"Expected {len(rows[0][1])} columns in row {n}, as in row {first}, got {len(row)}."
            )
    return rows


def _parted(rows: list[Row]) -> tuple[list[Row], list[Row], tuple[str, ...]]:
    """(rows above the numbers, rows of numbers, notes): a row of years is above, too."""
    has_numbers = [any(map(is_number, row)) for _, row in rows]
    if not any(has_numbers):
        raise _no_numbers(rows)
    first = has_numbers.index(True)
    notes: tuple[str, ...] = ()
    if first == 0 and any(has_numbers[1:]) and _names_in_numbers(rows):
        notes = (f"Row {rows[0][0]} ({_quoted_row(rows[0][1])}) is read as names of columns.",)
        first = has_numbers.index(True, 1)
    return rows[:first], rows[first:], notes


def _names_in_numbers(rows: list[Row]) -> bool:
    """Whether the first row has years above what are none, or 0, 1, 2 beside an empty corner."""
    (_, first), *below = rows
    numbered = [k for k, cell in enumerate(first) if is_number(cell)]
    counted = [_whole(first[k]) for k in numbered]
    words = any(cell and not is_number(cell) for cell in first)
    corner = not first[0] and any(row[0] for _, row in below)
    if corner and counted in ([*range(len(counted))], [*range(1, len(counted) + 1)]):
        return True
    steps = {b - a for a, b in pairwise(counted)}
    years = all(year in _YEARS for year in counted) and len(steps) <= 1 and 0 not in steps
    alone = len(numbered) == 1 and not (words or corner)
    values = [_whole(row[k]) for _, row in below for k in numbered]
    return years and not alone and not any(value in _YEARS for value in values)


def _whole(cell: str) -> int:
    """The whole number in a cell, −1 if none is."""
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) < 10 else -1


def _named_in_comment(comment: tuple[int, str], body: list[Row], separator: str) -> list[Row]:
    """The comment just above the numbers, if it has a name for each column."""
    n, text = comment
    names = cells_of(text.lstrip("# "), separator)
    fits = n < body[0][0] and len(names) == len(body[0][1]) > 1
    return [(n, names)] if fits and not any(map(is_number, names)) else []


# ---- columns -----------------------------------------------------------------------------------


def _holds_numbers(cells: list[str]) -> bool:
    """Whether at least half of what is there are numbers."""
    there = [cell for cell in cells if not is_missing(cell)]
    return bool(there) and 2 * sum(map(is_number, there)) >= len(there)


def _labelling(names: list[str], body: list[Row], numbers: Sequence[int]) -> int | None:
    """The first column of words or dates; else years, or a count without a name, at the left."""
    for k in range(len(names)):
        if k not in numbers and not all(is_missing(row[k]) for _, row in body):
            return k
    if len(numbers) < 2 or len(body) < 2:
        return None
    counted = [_whole(row[0]) for _, row in body]
    steps = {b - a for a, b in pairwise(counted)}
    years = all(year in _YEARS for year in counted)
    index = not names[0] and any(names) and counted[0] in (0, 1)
    return 0 if steps == {1} and (years or index) else None


def _quoted_row(row: list[str]) -> str:
    filled = [quoted(cell) for cell in row if cell]
    return ", ".join(filled[:3]) + (", …" if len(filled) > 3 else "")


def _no_numbers(rows: list[Row]) -> InputError:
    for n, row in rows[1:]:
        for k, cell in enumerate(row, start=1):
            if any(map(str.isdigit, cell)):  # 5 %, $ 5: nearly
                return InputError(f"Expected a number in row {n}, column {k}, got {quoted(cell)}.")
    n, row = rows[0]
    came = f"only row {n}" if len(rows) == 1 else f"words alone from row {n} on"
    return InputError(f"Expected rows of numbers, got {came}, which starts with {quoted(row[0])}.")
