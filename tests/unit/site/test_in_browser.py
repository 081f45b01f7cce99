"""What is written for the app in the browser, and the Python that is taken along."""

import hashlib
import importlib.util
import json
import sys
from io import BytesIO
from pathlib import Path
from types import ModuleType
from zipfile import ZipFile

import numpy as np
import pytest
import safetensors.numpy

from lstm_viz.networks import header
from lstm_viz.site import in_browser
from lstm_viz.site.in_browser import foreign, python
from lstm_viz.ui.navigation import PAGES

STAND_IN = Path(python.__file__).parent / "stand_ins" / "safetensors"
ARRAYS = {
    "W": np.arange(6, dtype=np.float64).reshape(2, 3),
    "b": np.array([1.5, -2.0], np.float32),
    "one": np.array([3.0], np.float32),
}


@pytest.fixture(scope="module")
def app(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """As it is published: the others' parts are left where they are."""
    out = tmp_path_factory.mktemp("site")
    in_browser.add(out)
    return out / "app"


def test_every_page_has_the_file_that_its_address_names(app: Path) -> None:
    for page in PAGES:
        file = app.parent / in_browser.address(page.id) / "index.html"
        root = "../" if page is not PAGES[0] else "./"
        assert f"<title>{page.title} · LSTM Viz</title>" in file.read_text("utf-8")
        assert f'src="{root}start.js"' in file.read_text("utf-8")
    assert in_browser.address("start") == "app/"
    assert in_browser.address("forget-gate", "t=3&stage=2") == "app/forget-gate/?t=3&stage=2"


def test_what_is_fetched_is_named_with_its_size_and_held_against_its_hash(app: Path) -> None:
    told = json.loads((app / "parts.json").read_text("utf-8"))
    for part in told["fetched"]:
        own = part["url"].startswith("./")
        assert part["size"] == (app / part["url"]).stat().st_size if own else part["size"] > 0
        assert own or part["integrity"].startswith("sha256-")
        assert own or part["url"].startswith(tuple(foreign.ADDRESSES.values()))
    assert told["settings"]["theme.light.primaryColor"].startswith("#")
    assert "server.address" not in told["settings"]


def test_the_same_is_packed_again_from_the_same_files() -> None:
    assert python.packed() == python.packed()


def test_the_archive_has_what_runs_and_no_machine_code(app: Path) -> None:
    with ZipFile(app / "python.zip") as archive:
        names = archive.namelist()
    assert {"lstm_viz/app/main.py", "safetensors/numpy.py", "blinker/__init__.py"} <= set(names)
    assert "lstm_viz/networks/runs/basket.safetensors" in names
    left_out = (".so", ".pyc", "plotly.min.js", ".pyd")
    assert not [
        name for name in names if name.endswith(left_out) or name.startswith("lstm_viz/site")
    ]
    assert not [name for name in names if name.startswith(("/", "..")) or "/../" in name]


def test_a_folder_of_parts_is_taken_if_all_are_what_they_should_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    part = foreign.Part("core", "pyodide.mjs", 3, hashlib.sha256(b"abc").hexdigest())
    monkeypatch.setattr(foreign, "parts", lambda: (part,))
    for name in ("pyodide", "stlite"):
        (tmp_path / "parts" / name).mkdir(parents=True)
    file = tmp_path / "parts" / "pyodide" / "pyodide.mjs"
    with pytest.raises(foreign.PartsError, match=r"Expected .*pyodide\.mjs, got no such file"):
        foreign.take_in(tmp_path / "parts", tmp_path / "out")
    file.write_bytes(b"abd")
    with pytest.raises(foreign.PartsError, match="with SHA-256 ba7816"):
        foreign.take_in(tmp_path / "parts", tmp_path / "out")
    file.write_bytes(b"abc")
    foreign.take_in(tmp_path / "parts", tmp_path / "out")
    assert (tmp_path / "out" / "pyodide" / "pyodide.mjs").read_bytes() == b"abc"


def test_a_package_that_is_missing_or_of_another_version_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for wanted, said in (
        ({"no-such-package": ">=1"}, r"Expected the package no-such-package, got none"),
        ({"numpy": "<1"}, r"Expected numpy <1, got \d"),
    ):
        monkeypatch.setattr(python, "WANTED", wanted)
        with pytest.raises(python.MissingPackageError, match=said):
            python.packed()


def test_the_lock_and_the_list_name_the_same_packages() -> None:
    locked = {
        one["file_name"]: one["sha256"] for one in json.loads(foreign.lock())["packages"].values()
    }
    listed = {one.name: one.sha256 for one in foreign.parts() if one.origin == "packages"}
    assert locked == listed


def stand_in() -> ModuleType:
    """The safetensors of the browser, beside the installed one."""
    spec = importlib.util.spec_from_file_location("stand_in", STAND_IN / "numpy.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_safetensors_of_the_browser_writes_and_reads_what_the_package_does() -> None:
    ours, theirs = stand_in(), safetensors.numpy
    metadata = {"cell": "lstm"}
    assert ours.save(ARRAYS, metadata) == theirs.save(ARRAYS, metadata)
    for data in (theirs.save(ARRAYS), theirs.save(ARRAYS, metadata)):
        for name, array in ours.load(data).items():
            assert array.dtype == ARRAYS[name].dtype and array.flags.writeable
            np.testing.assert_array_equal(array, ARRAYS[name])
        assert set(ours.load(data)) == set(ARRAYS)
        assert set(header.read_header(data).tensors) == set(ARRAYS)


def test_safetensors_of_the_browser_refuses_what_is_no_such_file() -> None:
    ours, good = stand_in(), safetensors.numpy.save(ARRAYS)
    for bad in (b"", good[:20], good[:-1], b"\xff" * 40, BytesIO(good).read(7) + b"{}"):
        with pytest.raises(safetensors.SafetensorError):
            ours.load(bad)
