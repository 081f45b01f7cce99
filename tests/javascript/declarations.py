"""The types of what is sent, for the JavaScript: `lstm_viz/player/contract.py` as TypeScript."""

import types
from collections.abc import Mapping
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

from lstm_viz.figures.reading import picture
from lstm_viz.player import contract

PLAIN = {str: "string", int: "number", float: "number", bool: "boolean", Any: "any"}
MODULES = (picture, contract)


def declared() -> dict[str, type]:
    """The TypedDicts, by name."""
    return {
        name: found
        for module in MODULES
        for name, found in vars(module).items()
        if is_typeddict(found)
    }


def keys(found: type) -> dict[str, Any]:
    """Key -> its type in Python."""
    return get_type_hints(found)


def declarations() -> str:
    """All of them in the namespace `Contract`."""
    interfaces = [
        f"  interface {name} {{\n"
        + "".join(f"    {key}: {typescript(value)};\n" for key, value in keys(found).items())
        + "  }\n"
        for name, found in declared().items()
    ]
    names = {"Array": contract.Array, "AnyFilm": contract.AnyFilm, "AnyCell": contract.AnyCell,
             "Question": contract.Question, "Palette": contract.Palette}  # fmt: skip
    aliases = [f"  type {name} = {typescript(value)};\n" for name, value in names.items()]
    return f"declare namespace Contract {{\n{''.join(interfaces + aliases)}}}\n"


def typescript(kind: Any) -> str:
    if kind in PLAIN:
        return PLAIN[kind]
    if kind is type(None):
        return "null"
    if is_typeddict(kind):
        return str(kind.__name__)
    origin, arguments = get_origin(kind), get_args(kind)
    if origin is Literal:
        return " | ".join(f'"{value}"' for value in arguments)
    if origin in (Union, types.UnionType):
        return " | ".join(typescript(one) for one in arguments)
    if origin is list:
        return f"({typescript(arguments[0])})[]"
    if origin in (dict, Mapping):
        return f"Record<{typescript(arguments[0])}, {typescript(arguments[1])}>"
    raise TypeError(f"no TypeScript for {kind}")
