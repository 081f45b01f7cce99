"""The package as it is built: what is in it, and the app started where nothing else is."""

import os
import shutil
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from collections.abc import Callable
from email.parser import Parser
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from playwright.sync_api import Page, expect

from lstm_viz import __version__
from tests.browser.player import asked_for_first, open_player, press
from tests.browser.server import ROOT, free_port, started

NOT_BUILT = shutil.ignore_patterns("__pycache__", ".*", "tests", "build", "dist", "*.egg-info")
CLONE = (".streamlit",)
"""The one folder with a point that is built."""
NAME = f"lstm_viz-{__version__}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with sdist and wheel, the wheel built from the sdist, of a copy of the files."""
    folder = tmp_path_factory.mktemp("built")
    clone = folder / "clone"
    shutil.copytree(ROOT, clone, ignore=NOT_BUILT)
    for name in CLONE:
        shutil.copytree(ROOT / name, clone / name)
    shutil.copytree(ROOT / "lstm_viz", clone / "lstm_viz", dirs_exist_ok=True)
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(clone))
    return folder


@pytest.fixture(scope="module")
def installed(built: Path) -> Path:
    """The programs of an environment that has the wheel, and what it needs from this one."""
    environment = built / "environment"
    run(sys.executable, "-m", "venv", "--without-pip", str(environment))
    python = environment / "bin" / "python"
    where = sysconfig.get_path("purelib", vars={"base": str(environment)})
    needed = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (Path(where) / "needed.pth").write_text("\n".join(needed))
    pip = [sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet"]
    run(*pip, "--no-deps", "--no-index", "--no-compile", str(wheel(built)))
    return python.parent


def run(*command: str) -> str:
    done = subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=Path(sys.executable).parent,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def wheel(built: Path) -> Path:
    return built / f"{NAME}-py3-none-any.whl"


def test_the_wheel_has_the_whole_package_and_nothing_else(built: Path) -> None:
    with zipfile.ZipFile(wheel(built)) as file:
        packed = {name for name in file.namelist() if ".dist-info/" not in name}
        metadata = Parser().parsestr(file.read(f"{NAME}.dist-info/METADATA").decode())
        commands = file.read(f"{NAME}.dist-info/entry_points.txt").decode()
    package = (path for path in (ROOT / "lstm_viz").rglob("*") if path.is_file())
    assert packed == {
        path.relative_to(ROOT).as_posix() for path in package if "__pycache__" not in path.parts
    }
    assert "lstm-viz = lstm_viz.__main__:main" in commands
    needs = (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines()
    asked = [one for one in metadata.get_all("Requires-Dist", []) if "extra ==" not in one]
    assert {str(Requirement(one)) for one in asked} == {str(Requirement(one)) for one in needs}


def test_the_source_distribution_can_be_read_and_started(built: Path) -> None:
    with tarfile.open(built / f"{NAME}.tar.gz") as file:
        packed = set(file.getnames())
    for name in (
        *("app.py", ".streamlit/config.toml", "requirements.txt", "pyproject.toml"),
        *("README.md", "CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE"),
    ):
        assert f"{NAME}/{name}" in packed, name


def test_installed_it_opens_anywhere(
    installed: Path, new_page: Callable[..., Page], tmp_path: Path
) -> None:
    """In a folder of its own, with a home where Streamlit was never started."""
    assert run(str(installed / "lstm-viz"), "--version") == f"LSTM Viz {__version__}\n"
    found = run(str(installed / "python"), "-c", "import lstm_viz; print(lstm_viz.__file__)")
    assert Path(found).is_relative_to(installed.parent), "the package is not that of the clone"
    port = free_port()
    command = [str(installed / "lstm-viz"), "--no-browser", "--host", "127.0.0.1"]
    environment = {"HOME": str(tmp_path), "PYTHONPATH": ""}
    with started([*command, "--port", str(port)], port, environment=environment) as app:
        page = new_page(url=app.url)
        asked_for_first(page, "/forget-gate", "The forget gate")
        open_player(page, "/")
        expect(page.locator(".lv-plot svg").first).to_be_visible()
        position = page.locator(".lv").get_attribute("data-position")
        press(page, "ArrowRight")
        expect(page.locator(".lv")).not_to_have_attribute("data-position", str(position))
        # Pages with files of their own: a recording, a network, a run.
        for path in ("/forget-gate", "/speech"):
            open_player(page, path)
        page.close()  # it would ask for its server
        assert app.log.strip() == f"LSTM Viz is at {app.url}/. Ctrl+C ends it."
    assert not any(tmp_path.iterdir()) or os.listdir(tmp_path) == [".cache"]
