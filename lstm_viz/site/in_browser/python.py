"""All Python that the app in the browser runs and that Pyodide has not, as one archive.

It comes from where this runs: the package itself, and what it needs of the installed packages that
are Python alone.  Streamlit is stlite's; of safetensors there is a part in Python here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from io import BytesIO
from pathlib import Path
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from packaging.specifiers import SpecifierSet

import lstm_viz

WANTED: Final[dict[str, str]] = {
    "anyio": ">=4,<5",
    "blinker": ">=1.5,<2",
    "idna": ">=2.8",
    "itsdangerous": ">=2.1.2,<3",
    "mido": ">=1.3,<2",
    "narwhals": ">=1.15.1",
    "packaging": ">=20",
    "plotly": ">=6,<8",
    "protobuf": ">=5.26.1,<8",
    "python-multipart": ">=0.0.10,<1",
    "segno": ">=1.6,<2",
    "starlette": ">=0.46,<2",
    "threadpoolctl": ">=3.5,<4",
    "typing-extensions": ">=4.10,<5",
}
"""The installed packages that are taken along; versions as stlite's Streamlit and the app ask."""
LEFT_OUT: Final = re.compile(
    r"(^|/)\.\.(/|$)|__pycache__|\.(so|pyd|js|map|pyi|pyc)$|^(share|bin|etc)/|(^|/)(tests?|testing)/"
    r"|^plotly/(express|figure_factory|matplotlylib|labextension|package_data/(?!templates/))"
    r"|^plotly/graph_objs/(?!__init__|_(deprecations|figure|frame|layout)\.py"
    r"|_?(bar|heatmap|layout|scatter)(/|\.py))"
)
"""Of those: machine code, what is only there to develop, and most of what Plotly can draw."""
OWN_LEFT_OUT: Final = re.compile(r"__pycache__|^site/|\.md$")
AT: Final = (2020, 1, 1, 0, 0, 0)
"""One time for all files: what is packed from the same files is the same."""


class MissingPackageError(ValueError):
    """Something that the app in the browser takes along is not installed here."""


def packed() -> bytes:
    """The archive, for ``site-packages``."""
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in sorted(_contents()):
            archive.writestr(ZipInfo(name, AT), path.read_bytes(), ZIP_DEFLATED)
    return file.getvalue()


def _contents() -> Iterator[tuple[str, Path]]:
    for name, versions in WANTED.items():
        yield from _of_package(_installed(name, versions))
    package = Path(lstm_viz.__file__).parent
    yield from _below(package, "lstm_viz/")
    yield from _below(Path(__file__).parent / "stand_ins", "")


def _below(folder: Path, within: str) -> Iterator[tuple[str, Path]]:
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not OWN_LEFT_OUT.search(name):
            yield within + name, path


def _installed(name: str, versions: str) -> Distribution:
    try:
        found = distribution(name)
    except PackageNotFoundError:
        raise MissingPackageError(
            f"Expected the package {name}, got none: pip install 'lstm-viz[site]'."
        ) from None
    if found.version not in SpecifierSet(versions):
        raise MissingPackageError(f"Expected {name} {versions}, got {found.version}.")
    return found


def _of_package(found: Distribution) -> Iterator[tuple[str, Path]]:
    for file in found.files or ():
        path = Path(str(file.locate()))
        if not LEFT_OUT.search(file.as_posix()) and path.is_file():
            yield file.as_posix(), path
