"""What a server keeps of its readers' runs has a bound, however many come."""

import ast
from collections.abc import Iterator
from pathlib import Path

import lstm_viz

ROOT = Path(lstm_viz.__file__).parent
COMMANDS = ("networks/recipes/", "site/")
"""They end when they are done."""
SHIPPED = "the names of files that ship"
FEW = {
    "networks/basket_run.py recorded": SHIPPED,
    "networks/captions/forms.py mask": "the forms and sizes of shapes in pictures that are made",
    "networks/chat/compared.py _known": SHIPPED,
    "networks/chat/files.py load": SHIPPED,
    "networks/digits/recordings.py word_of": SHIPPED,
    "networks/plays_data.py _play": SHIPPED,
    "networks/stored.py load": SHIPPED,
    "scenes/around/record/variants.py variant": "the variants of the cell",
    "scenes/phone_call/record.py run": "the moments of the call",
    "scenes/speech/record.py right_with": "the noises that can be chosen",
    "scenes/three_cells/record/races.py network": "tasks and cells",
    "scenes/three_cells/record/races.py race": "tasks and matches",
    "tasks/basket.py chance": "the sizes that a task can have",
    "tasks/brackets.py chance": "the sizes that a task can have",
    "tasks/next_character.py chance": "the sizes that a task can have",
    "ui/ahead.py once_ahead": "what is made ahead",
    "ui/assets.py asset": SHIPPED,
    "ui/navigation.py _opens": "the pages",
    "ui/served.py _packed": "the scripts of the pages",
}
"""Caches without a bound, and what there are few of."""


def decorated(source: str) -> Iterator[tuple[ast.FunctionDef, ast.expr]]:
    """Each function that takes arguments, with each of its decorators."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef) and ast.unparse(node.args):
            for decorator in node.decorator_list:
                yield node, decorator


def is_unbounded(decorator: ast.expr) -> bool:
    """A cache that keeps all it was ever asked for."""
    called = decorator if isinstance(decorator, ast.Call) else None
    name = ast.unparse(called.func if called else decorator).removeprefix("functools.")
    said = {word.arg: word.value for word in called.keywords} if called else {}
    if name == "lru_cache":
        most = [*(called.args if called else []), *said.values()][:1]
        return any(ast.unparse(one) == "None" for one in most)  # 128 unless it is said
    return name == "cache" or (name.startswith("st.cache_") and "max_entries" not in said)


def unbounded() -> set[str]:
    found = set()
    for file in sorted(ROOT.rglob("*.py")):
        place = file.relative_to(ROOT).as_posix()
        source = file.read_text(encoding="utf-8")
        if "cache" in source and not place.startswith(COMMANDS):
            found |= {
                f"{place} {node.name}"
                for node, decorator in decorated(source)
                if is_unbounded(decorator)
            }
    return found


def test_every_cache_has_a_bound_or_few_to_keep() -> None:
    found = unbounded()
    new, gone = found - FEW.keys(), FEW.keys() - found
    assert not new, f"give them a maxsize, or say here what there are few of: {sorted(new)}"
    assert not gone, f"they have a bound now, or are no more: {sorted(gone)}"


def test_a_cache_without_a_bound_is_found() -> None:
    for decorator, so in (
        ("cache", True),
        ("functools.cache", True),
        ("lru_cache", False),
        ("lru_cache(maxsize=None)", True),
        ("lru_cache(None)", True),
        ("lru_cache(64)", False),
        ("st.cache_data", True),
        ("st.cache_resource(show_spinner=False)", True),
        ("st.cache_resource(max_entries=30)", False),
        ("cached_property", False),
    ):
        ((_, found),) = decorated(f"@{decorator}\ndef f(a): ...")
        assert is_unbounded(found) == so, decorator
    assert not list(decorated("@cache\ndef f(): ..."))
