"""The types of what is sent as `watched.js` has them, and who declares which key."""

import ast
from collections.abc import Mapping
from functools import cache
from inspect import getsource
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, is_typeddict

from tests.javascript.declarations import MODULES, declared, keys


def types() -> dict[str, dict[str, Any]]:
    """By type and key, the shape of its value."""
    return {name: {key: shape(kind) for key, kind in keys(found).items()}
            for name, found in declared().items()}  # fmt: skip


def literals() -> dict[str, dict[str, tuple[str, ...]]]:
    """By type, the keys that tell it from others."""
    return {
        name: {
            key: get_args(kind)
            for key, kind in keys(found).items()
            if key in ("kind", "type") and get_origin(kind) is Literal
        }
        for name, found in declared().items()
    }


def shape(kind: Any) -> Any:
    origin, arguments = get_origin(kind), get_args(kind)
    if is_typeddict(kind):
        return ["type", kind.__name__]
    if origin is list:
        return (inner := shape(arguments[0])) and ["list", inner]
    if origin in (dict, Mapping):
        return (inner := shape(arguments[1])) and ["map", inner]
    if origin in (Union, UnionType):
        inner = [found for one in arguments if (found := shape(one))]
        names = [name for what, name in inner if what == "type"]
        if names:
            return ["any", names] if len(names) > 1 else ["type", names[0]]
        return inner[0] if inner else None
    return None


@cache
def bases() -> dict[str, list[str]]:
    """Type -> those it has keys of; Python forgets them."""
    classes = [node for module in MODULES for node in ast.walk(ast.parse(getsource(module)))
               if isinstance(node, ast.ClassDef)]  # fmt: skip
    return {node.name: [ast.unparse(base) for base in node.bases] for node in classes}


def owner(name: str, key: str) -> str:
    """Which type declares a key that type `name` has."""
    for base in bases()[name]:
        if base in declared() and key in keys(declared()[base]):
            return owner(base, key)
    return name
