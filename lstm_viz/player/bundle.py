"""ES modules joined into one file, in the order that their imports ask for."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable

from lstm_viz.player.squeeze import squeezed

IMPORT = re.compile(r'^import \{ ([\w, ]+) \} from "(\.[^"]+)";$')
EXPORT = re.compile(r"^export (?!default )")
DECLARED = re.compile(r"^(?:export )?(?:default )?(?:async )?(?:function|class|const|let) (\w+)")


class BundleError(ValueError):
    """The modules cannot be one file."""


def bundle(entry: str, read: Callable[[str], str]) -> str:
    """``entry`` and all that it imports as one module; ``read`` gives the text of a path.

    Squeezed: it goes to the browser as it is.  Only ``import { a, b } from
    "./file.js"`` is understood.  Raises ``BundleError`` for a circle of imports, for a name that
    two modules declare and for an import of what is not exported.
    """
    joined: list[str] = []
    owners: dict[str, str] = {}
    for path in order(entry, read):
        text = read(path)
        for name in declared(text):
            if name in owners:
                raise BundleError(f"{name} is declared in {owners[name]} and in {path}")
            owners[name] = path
        for source, names in imports(path, text).items():
            missing = set(names) - exported(read(source))
            if missing:
                raise BundleError(f"{path} imports {sorted(missing)}, not exported by {source}")
        lines = (EXPORT.sub("", line) for line in text.split("\n") if not IMPORT.match(line))
        joined.append(squeezed("\n".join(lines)))
    return "\n".join(joined)


def order(entry: str, read: Callable[[str], str]) -> list[str]:
    """``entry`` and all that it imports, each after what it imports itself."""
    done: list[str] = []

    def visit(path: str, above: tuple[str, ...]) -> None:
        if path in above:
            circle = " → ".join((*above[above.index(path) :], path))
            raise BundleError(f"a circle of imports: {circle}")
        if path in done:
            return
        for source in imports(path, read(path)):
            visit(source, (*above, path))
        done.append(path)

    visit(entry, ())
    return done


def imports(path: str, text: str) -> dict[str, list[str]]:
    """The path of each module that the one at ``path`` imports, and the names it takes from it."""
    found: dict[str, list[str]] = {}
    for line in text.split("\n"):
        if match := IMPORT.match(line):
            source = posixpath.normpath(posixpath.join(posixpath.dirname(path), match[2]))
            found[source] = match[1].split(", ")
        elif re.match(r"import\b(?!\()|export [{*]", line):
            raise BundleError(f'{path}: expected import {{ a, b }} from "./file.js", got {line}')
    return found


def declared(text: str) -> list[str]:
    """The names at the top of a module."""
    return [match[1] for line in text.split("\n") if (match := DECLARED.match(line))]


def exported(text: str) -> set[str]:
    """The names that other modules can import."""
    return set(declared("\n".join(line for line in text.split("\n") if EXPORT.match(line))))
