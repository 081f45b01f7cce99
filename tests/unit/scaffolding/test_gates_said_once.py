"""Orders of gates and rows of weights are asked of the cell, not written down a second time."""

import ast
import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
OWNERS = ("lstm_viz/signals.py", "lstm_viz/cells/")
"""Where orders are said, and where the cells compute with them."""
GATES = (set("ifgo"), set("ifo"), set("rzn"))
SIZE = re.compile(r"\b(\w*hidden_size|hidden|units|size|H)\b", re.IGNORECASE)
WEIGHTS = re.compile(r"weight|bias", re.IGNORECASE)
ASK = "ask signals.py (gates, shares, stacked, signal) or the cell (cell.rows, cell.parameters)"
ASK_FILM = "ask the film's signals (gatesOf, rowOf, signals[name].label, .squash, .inputs)"


def orders_in_python(source: str) -> Iterator[str]:
    """All gates in a tuple, list, set or string of their own, or as the keys of constants."""
    tree = ast.parse(source)
    types = {  # Literal["f", "i", "o"] has to be written out for a type checker
        id(node.slice)
        for node in ast.walk(tree)
        if isinstance(node, ast.Subscript) and ast.unparse(node.value) == "Literal"
    }
    for node in ast.walk(tree):
        match node:
            case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
                firsts = [part.elts[0] if _is_row(part) else part for part in parts]
                found = id(node) not in types and _are_gates(firsts)
            case ast.Dict(keys=keys, values=values):
                constant = all(isinstance(value, ast.Constant | ast.Tuple) for value in values)
                found = constant and _are_gates(keys)
            case ast.Constant(value=str(text)):
                found = len(text) == len(set(text)) and set(text) in GATES
            case _:
                found = False
        if found:
            yield ast.unparse(node)


def _is_row(node: ast.expr) -> bool:
    return isinstance(node, ast.Tuple) and bool(node.elts)


def _are_gates(nodes: Iterable[ast.expr | None]) -> bool:
    names = [node.value if isinstance(node, ast.Constant) else None for node in nodes]
    return set(names) in GATES


def slices_in_python(source: str) -> Iterator[str]:
    """Blocks of rows by hand: ``[H : 2 * H]``, ``slice(H, 2 * H)``, ``bias[H + unit]``."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Slice(lower=lower, upper=upper):
                found = any(map(_multiplies_units, (lower, upper)))
            case ast.Call(func=ast.Name("slice"), args=bounds):
                found = any(map(_multiplies_units, bounds))
            case ast.Subscript(value=array, slice=ast.BinOp() as place):
                found = bool(WEIGHTS.search(ast.unparse(array)) and SIZE.search(ast.unparse(place)))
            case _:
                found = False
        if found:
            yield ast.unparse(node)


def _multiplies_units(bound: ast.expr | None) -> bool:
    return bound is not None and any(
        isinstance(part, ast.BinOp)
        and isinstance(part.op, ast.Mult)
        and any(SIZE.search(ast.unparse(side)) for side in (part.left, part.right))
        for part in ast.walk(bound)
    )


def orders_in_javascript(source: str) -> Iterator[str]:
    """All gates as the elements, or the first of each, of an array; or as keys of an object."""
    for array in re.findall(r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]", source):
        firsts = re.sub(r"""\[\s*(["']\w+["'])[^\[\]]*\]""", r"\1", array[1:-1])
        if set(re.findall(r"""["'](\w+)["']""", firsts)) in GATES:
            yield " ".join(array.split())
    for literal in re.findall(r"\{[^{}]*\}", source):
        keys = set(re.findall(r"""[{,]\s*["']?(\w+)["']?\s*:""", literal))
        if any(keys >= gates for gates in GATES):
            yield " ".join(literal.split())


def sources(ending: str) -> list[Path]:
    files = list(ROOT.glob(f"lstm_viz/**/*.{ending}"))
    return [file for file in files if not str(file.relative_to(ROOT)).startswith(OWNERS)]


@pytest.mark.parametrize(
    "ending, look, ask",
    [
        ("py", orders_in_python, ASK),
        ("py", slices_in_python, ASK),
        ("js", orders_in_javascript, ASK_FILM),
    ],
)
def test_no_source_says_again_what_the_table_of_signals_says(ending, look, ask):
    files = sources(ending)
    assert len(files) > 20
    found = [
        f"{file.relative_to(ROOT)}: {what}"
        for file in files
        for what in look(file.read_text(encoding="utf-8"))
    ]
    assert not found, f"{ask} instead of\n" + "\n".join(found)


@pytest.mark.parametrize(
    "look, source",
    [
        (orders_in_python, 'ORDER = ("i", "f", "g", "o")'),
        (orders_in_python, 'GATES = "figo"'),
        (orders_in_python, 'NAMES = {"f": "forget gate", "i": "input gate", "o": "output gate"}'),
        (orders_in_python, 'ROWS = (("r", "σ"), ("z", "σ"), ("n", "tanh"))'),
        (slices_in_python, "weight_ih[cell.hidden_size : 2 * cell.hidden_size]"),
        (slices_in_python, "rows = slice(row * hidden, (row + 1) * hidden)"),
        (slices_in_python, "bias[cell.hidden_size + unit] += push"),
        (orders_in_javascript, "const GATE_ROW = { i: 0, f: 1, g: 2, o: 3 };"),
        (orders_in_javascript, 'const TABS = [\n  ["f", "forget"],\n  ["i", "in"], ["o", "out"]];'),
        (orders_in_javascript, 'const SQUASH = { f: ["z_f", "σ"], i: [], g: [], o: [], c: [] };'),
    ],
)
def test_a_second_list_is_found(look, source):
    assert list(look(source))


@pytest.mark.parametrize(
    "look, source",
    [
        (orders_in_python, 'Gate = Literal["f", "i", "o"]'),
        (orders_in_python, 'given = ("x", "h_prev", "f", "i", "g", "o")'),
        (orders_in_python, 'rows = {"i": row_i, "f": row_f, "g": row_g, "o": row_o}'),
        (slices_in_python, "values[: 2 * steps] + weight_ih[rows, 1 + 2]"),
        (orders_in_javascript, 'const [f, i, g] = ["f", "i", "g"].map(told);'),
    ],
)
def test_what_is_no_list_of_its_own_is_left_alone(look, source):
    assert not list(look(source))
