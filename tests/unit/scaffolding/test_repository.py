"""What the README promises, what CI runs and what the package declares are the same."""

import re
import tomllib
from pathlib import Path

from lstm_viz import __version__
from lstm_viz.ui.navigation import PAGES

ROOT = Path(__file__).resolve().parents[3]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def requirements(name: str) -> set[str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    return {line for line in lines if line and not line.startswith(("#", "-r"))}


def test_ci_runs_the_readmes_test_line() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    line = next(line.strip() for line in script.splitlines() if "-m tests" in line)
    readme = (ROOT / "README.md").read_text(encoding="utf-8").splitlines()
    assert line in [written.strip() for written in readme]


def test_the_package_and_the_requirements_files_ask_for_the_same() -> None:
    assert requirements("requirements.txt") == set(PROJECT["dependencies"])
    tests = PROJECT["optional-dependencies"]["test"]
    assert requirements("requirements-test.txt") == set(tests)


def test_ten_packages_are_all_that_the_app_needs() -> None:
    names = {re.split(r"[<>=]", line)[0] for line in requirements("requirements.txt")}
    assert names == {
        "streamlit[performance]", "latex2mathml", "markdown-it-py", "mido", "numpy", "pillow",
        "plotly", "safetensors", "segno", "threadpoolctl",
    }  # fmt: skip


def test_every_page_of_the_navigation_has_its_file() -> None:
    app = ROOT / "lstm_viz" / "app"
    groups = {page.group.lower() for page in PAGES}
    files = {
        file.relative_to(app).as_posix() for group in groups for file in app.glob(f"{group}/*.py")
    }
    assert {page.file for page in PAGES} == files
    assert [page.address for page in PAGES].count("") == 1


def test_no_folder_is_called_as_the_one_where_streamlit_looks_for_pages_of_its_own() -> None:
    """Else the first link that a fresh server is asked for opens with "Page not found"."""
    assert not (ROOT / "lstm_viz" / "app" / "pages").exists()


def test_a_scene_has_one_name_for_its_page_and_its_folder() -> None:
    rooms = {file.parent.name for file in ROOT.glob("lstm_viz/scenes/*/__init__.py")}
    assert {Path(page.file).stem for page in PAGES} == rooms


def test_what_stands_in_the_root_of_a_clone_is_installed_with_the_package() -> None:
    for name in ("app.py", ".streamlit/config.toml"):
        copy = ROOT / "lstm_viz" / "start" / name
        assert copy.read_bytes() == (ROOT / name).read_bytes(), f"{copy} is to be as {name}"


def test_one_version_is_said_everywhere() -> None:
    citation = (ROOT / "CITATION.cff").read_text(encoding="utf-8").splitlines()
    said = dict(line.split(": ", 1) for line in citation if re.match(r"[\w-]+: ", line))
    changes = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    latest = re.search(r"^## \[([^]]+)\] – (\S+)$", changes, re.MULTILINE)
    assert latest is not None
    assert latest.groups() == (__version__, said["date-released"].strip('"'))
    assert said["version"] == __version__
    assert said["license"] == PROJECT["license"]


def test_the_readme_has_a_row_for_every_page() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    for page in PAGES:
        assert f"\n| **{page.title}** | " in readme, page.title


def test_what_the_documents_point_to_is_there() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / name).read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?://)([^)#]+)\)", text):
            assert (ROOT / target).is_file(), f"{name}: {target}"


def test_nothing_is_sent_anywhere() -> None:
    config = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    assert config["browser"]["gatherUsageStats"] is False
    # Without an address of its own Streamlit asks a public server for one.
    assert config["server"]["address"] == "localhost"
    assert config["logger"]["hideWelcomeMessage"] is True
    assert config["server"]["showEmailPrompt"] is False
