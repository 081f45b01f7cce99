"""The styles and scripts that lie beside the modules that use them."""

from functools import cache
from importlib.resources import files


@cache
def asset(package: str, name: str) -> str:
    """The text of the file ``name`` in ``package`` (mostly ``__package__``)."""
    return (files(package) / name).read_text("utf-8")
