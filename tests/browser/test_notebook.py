"""The README's cells in a notebook: run by Jupyter, made a page, opened without a network."""

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from pathlib import Path

import nbformat
import pytest
from packaging.requirements import Requirement
from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.helpers import shoot
from tests.browser.server import ROOT

JUPYTER = Path(sys.executable).parent / "jupyter"
BESIDE = ("ipykernel", "nbformat")
"""What a notebook has beside the package; Plotly's own figures ask for the second."""
ALONE = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {missing}:
            raise ModuleNotFoundError(f"{{name}} does not come with the package")
sys.meta_path.insert(0, Missing())
"""
"""A first cell that makes the kernel one in which the package was just installed."""


def closure(names: list[str]) -> set[str]:
    """These packages and all that they ask for, by normal name."""
    found: set[str] = set()
    while names:
        name = names.pop()
        if normal(name) in found:
            continue
        found.add(normal(name))
        try:
            asked = [Requirement(text) for text in requires(name) or []]
        except PackageNotFoundError:  # of another system
            continue
        names += [one.name for one in asked if not one.marker or one.marker.evaluate({"extra": ""})]
    return found


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def not_brought() -> set[str]:
    """What can be imported here and not where only the package and a notebook are installed."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    brought = closure([Requirement(text).name for text in project["dependencies"]] + [*BESIDE])
    return {
        module
        for module, packages in packages_distributions().items()
        if not {normal(package) for package in packages} & brought
    }


def readme_cells() -> list[str]:
    """The README's Python, a statement a cell."""
    (code,) = re.findall(
        r"^```python\n(.*?)^```", (ROOT / "README.md").read_text("utf-8"), re.S | re.M
    )
    return [ast.unparse(statement) for statement in ast.parse(code).body]


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page that nbconvert makes of the README's cells and a second player."""
    folder = tmp_path_factory.mktemp("notebook")
    cells = [ALONE.format(missing=sorted(not_brought())), *readme_cells()]
    cells.append("figures.cell(trace, tokens=list('abcde'), unit=2)")
    notebook = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(cell) for cell in cells])
    nbformat.write(notebook, folder / "readme.ipynb")
    environment = os.environ | {
        "PYTHONPATH": str(ROOT),
        "PATH": f"{JUPYTER.parent}{os.pathsep}{os.environ['PATH']}",
        "JUPYTER_CONFIG_DIR": str(folder),
        "JUPYTER_DATA_DIR": str(folder),
        "IPYTHONDIR": str(folder),
    }
    for command in (["execute", "--inplace"], ["nbconvert", "--to", "html"]):
        done = subprocess.run(
            [JUPYTER, *command, "readme.ipynb"],
            cwd=folder, env=environment, capture_output=True, text=True, timeout=300,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr[-3000:]
    assert (folder / "cell.html").exists()
    return folder / "readme.html"


@pytest.fixture
def offline(browser: Browser) -> Iterator[Page]:
    """A page without a network; what the notebook's own page asks others for is not ours."""
    context = browser.new_context(viewport={"width": 1280, "height": 800}, reduced_motion="reduce")
    context.set_offline(True)
    problems: list[str] = []
    context.on("weberror", lambda raised: problems.append(str(raised.error)))
    context.on(
        "console",
        lambda said: (
            said.type == "error"
            and "ERR_INTERNET_DISCONNECTED" not in said.text
            and problems.append(said.text)
        ),
    )
    yield context.new_page()
    context.close()
    assert not problems


def players(page: Page, count: int) -> list[Frame]:
    """The frames of the players, drawn."""
    expect(page.locator("iframe")).to_have_count(count)
    frames = []
    for element in page.locator("iframe").element_handles():
        frame = element.content_frame()
        assert frame is not None
        frame.locator(".lv[data-ready]").wait_for()
        frames.append(frame)
    return frames


def packed_plotly(html: str) -> str:
    """What the first frame brings along."""
    (found,) = re.findall(r"id=&quot;plotly&quot;&gt;(.*?)&lt;/script&gt;", html, re.S)
    return str(found)


def said(frame: Frame) -> str:
    return " ".join((frame.locator(".lv-sentence").text_content() or "").split())


def test_plotly_is_in_the_page_once(converted: Path) -> None:
    html = converted.read_text("utf-8")
    assert html.count("&lt;iframe") == 0 and html.count("<iframe srcdoc=") == 2
    assert html.count("id=&quot;plotly&quot;&gt;") == 1
    assert "plotly.js v" not in html  # nor as plain text


def test_two_players_play_in_the_page(converted: Path, offline: Page) -> None:
    asked: list[str] = []
    offline.on("request", lambda request: asked.append(request.url))
    offline.goto(converted.as_uri())
    first, second = players(offline, 2)
    assert not [address for address in asked if "plot.ly" in address]
    for frame in (first, second):
        is_as_high_as_what_is_in_it(frame)
    keys_reach_one(offline, first, second)
    is_dark_where_the_notebook_is(offline, first)
    shoot(offline, "notebook", full_page=True)


def keys_reach_one(offline: Page, first: Frame, second: Frame) -> None:
    assert said(first).startswith("Step 1 reads “step 1”.")
    assert said(second).startswith("Step 1 reads “a”.") and "unit 3 holds 0.00" in said(second)
    for one, other in ((first, second), (second, first)):
        before = said(other)
        one.locator(".lv-sentence").click()
        offline.keyboard.press("ArrowRight")
        expect(one.locator(".lv-title")).to_have_text(re.compile("Forget gate"))
        assert said(one).startswith("From x and h the forget gate computes")
        assert said(other) == before


def is_as_high_as_what_is_in_it(frame: Frame) -> None:
    frame.wait_for_function(
        """() => document.documentElement.scrollHeight <= document.documentElement.clientHeight
            && Math.abs(frameElement.clientHeight - document.body.offsetHeight) < 2"""
    )


def is_dark_where_the_notebook_is(offline: Page, first: Frame) -> None:
    root = first.locator(".lv")
    expect(root).to_have_attribute("data-theme", "light")
    offline.evaluate(
        """() => {
            document.querySelector('iframe').parentElement.style.background = '#111';
            document.body.dataset.jpThemeLight = 'false';
        }"""
    )
    expect(root).to_have_attribute("data-theme", "dark")


def test_a_player_whose_plotly_is_gone_says_so(
    converted: Path, offline: Page, tmp_path: Path
) -> None:
    html = converted.read_text("utf-8")
    first = re.search(r"<iframe .*?</iframe>", html, re.S)
    assert first
    page = tmp_path / "cleared.html"
    page.write_text(html.replace(first[0], ""), "utf-8")
    offline.goto(page.as_uri())
    frame = offline.locator("iframe").element_handle().content_frame()
    assert frame is not None
    expect(frame.get_by_role("alert")).to_contain_text("run all cells")
    assert said(frame).startswith("Step 1 reads “a”.")  # the words need no Plotly
    frame.evaluate("(brought) => { parent.lstmVizPlotly = brought; }", packed_plotly(html))
    frame.locator(".lv[data-ready]").wait_for()
    expect(frame.get_by_role("alert")).to_have_count(0)


def test_the_saved_page_plays(converted: Path, offline: Page) -> None:
    offline.goto((converted.parent / "cell.html").as_uri())
    offline.locator(".lv[data-ready]").wait_for()
    offline.keyboard.press("ArrowRight")
    expect(offline.locator(".lv-title")).to_have_text(re.compile("Forget gate"))
    paper = offline.evaluate(
        "() => getComputedStyle(document.querySelector('.lv')).backgroundColor"
    )
    assert paper != "rgba(0, 0, 0, 0)"
    shoot(offline, "saved-cell")
