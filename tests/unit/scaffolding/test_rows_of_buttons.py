"""A row of buttons of which one is chosen: pressed again, it stays chosen."""

import ast
from pathlib import Path

import lstm_viz

ANSWERS = "scenes/glossary/controls/true_or_false.py"
"""Nothing is chosen there until it is answered, and the first answer counts."""


def test_a_choice_that_is_pressed_again_stays() -> None:
    """Else a double click would choose what is chosen at first, without a word."""
    root = Path(lstm_viz.__file__).parent
    rows = {
        f"{path.relative_to(root).as_posix()}:{call.lineno}": {word.arg for word in call.keywords}
        for path in root.rglob("*.py")
        if (text := path.read_text(encoding="utf-8")).count("segmented_control")
        for call in ast.walk(ast.parse(text))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "segmented_control"
    }
    may_be_empty = [where for where, words in rows.items() if "required" not in words]
    assert rows
    assert [where.partition(":")[0] for where in may_be_empty] == [ANSWERS]
