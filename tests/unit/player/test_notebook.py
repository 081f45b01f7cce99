"""A player in a notebook is one frame, and Plotly comes with the first of them."""

import base64
import gzip
import hashlib
import json
import re
import subprocess
import sys
import time
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from urllib.parse import urlsplit
from urllib.request import url2pathname

import numpy as np
import pytest
from plotly.offline import get_plotlyjs, get_plotlyjs_version

from lstm_viz import LSTM, figures
from lstm_viz.player import notebook
from tests.unit.figures.runs import run

MOST_SECONDS = 1.0
PACKED = re.compile(r'<script type="text/plain" id="plotly">(.*?)</script>', re.DOTALL)
FILM = re.compile(r'<script type="application/json" id="film">(.*?)</script>', re.DOTALL)


@pytest.fixture
def player(monkeypatch):
    monkeypatch.setattr(notebook, "_BROUGHT", notebook._Brought())
    return figures.cell(run(2), tokens=['<"a">', "b"], unit=1)


@pytest.fixture
def kernel(monkeypatch):
    """A notebook's kernel: call it for the next cell that is run."""
    shell = SimpleNamespace(kernel=object(), parent_header={})
    monkeypatch.setitem(sys.modules, "IPython", SimpleNamespace(get_ipython=lambda: shell))
    runs = iter(range(1000))

    def execute(cell=None):
        metadata = {} if cell is None else {"cellId": cell}
        shell.parent_header = {"header": {"msg_id": f"run {next(runs)}"}, "metadata": metadata}

    execute()
    return execute


class Frame(HTMLParser):
    """The one element of an output."""

    def __init__(self, output):
        super().__init__()
        self.tags = []
        self.feed(output)

    def handle_starttag(self, tag, attributes):
        self.tags.append((tag, dict(attributes)))


def page_of(player):
    ((tag, attributes),) = Frame(player._repr_html_()).tags
    assert tag == "iframe" and attributes["title"] == player.title
    return attributes["srcdoc"]


def brings(player):
    return len(PACKED.findall(page_of(player)))


def data_of(page):
    return json.loads(FILM.search(page)[1])


def test_an_output_is_one_frame_with_a_whole_document(player):
    page = page_of(player)
    assert page.startswith("<!doctype html>") and page.rstrip().endswith("</html>")
    assert "//" not in re.sub(r"<script.*?</script>|<style.*?</style>", "", page, flags=re.DOTALL)


def test_it_opens_with_the_run_at_the_chosen_unit(player):
    data = data_of(page_of(player))
    assert data["at"] == {"id": 0, "t": 0, "stage": 0, "unit": 1}
    film = json.loads(gzip.decompress(base64.b64decode(data["film"])))
    assert film["tokens"] == ['<"a">', "b"] and film["steps"] == 2


def test_the_plotly_that_is_brought_is_the_installed_one(player):
    (packed,) = PACKED.findall(page_of(player))
    assert json.loads(gzip.decompress(base64.b64decode(packed))) == get_plotlyjs()


def test_outside_a_notebook_every_output_brings_plotly(player):
    assert [brings(player), brings(player)] == [1, 1]


def test_in_a_notebook_the_first_output_brings_plotly(player, kernel):
    first = [brings(player), brings(player)]
    kernel()
    assert [*first, brings(player)] == [1, 0, 0]


def test_a_cell_that_is_run_again_brings_again_what_its_output_had(player, kernel):
    kernel("a")
    assert [brings(player), brings(player)] == [1, 0]
    kernel("b")
    assert brings(player) == 0
    kernel("a")
    assert [brings(player), brings(player)] == [1, 0]


def test_in_colab_where_no_frame_reaches_another_each_asks_plotlys_server(
    player, kernel, monkeypatch
):
    monkeypatch.setitem(sys.modules, "google.colab", SimpleNamespace())
    assert [brings(player), brings(player)] == [0, 0]
    assert data_of(page_of(player))["notebook"]["alone"] is True


def test_what_plotlys_server_sends_is_taken_only_if_it_is_the_same(player):
    asked = data_of(page_of(player))["notebook"]
    assert asked["cdn"] == f"https://cdn.plot.ly/plotly-{get_plotlyjs_version()}.min.js"
    digest = hashlib.sha256(get_plotlyjs().encode()).digest()
    assert asked["integrity"] == "sha256-" + base64.b64encode(digest).decode()
    assert asked["alone"] is False


def test_it_is_saved_as_a_page_that_needs_nothing_else(player, tmp_path):
    player.save(tmp_path / "cell.html")
    html = (tmp_path / "cell.html").read_text("utf-8")
    assert html == player.html()
    assert html.count(get_plotlyjs()) == 1 and data_of(html)["notebook"] is None
    assert "cdn.plot.ly/plotly" not in html.replace(get_plotlyjs(), "")


def test_in_a_notebook_it_is_shown_below_the_cell(player, kernel, monkeypatch):
    shown = []
    display = SimpleNamespace(display=shown.append)
    monkeypatch.setitem(sys.modules, "IPython.display", display)
    player.show()
    assert shown == [player]


def test_elsewhere_it_is_shown_in_the_browser(player, monkeypatch, tmp_path):
    opened = []
    monkeypatch.setattr(notebook.webbrowser, "open", opened.append)
    monkeypatch.setattr(notebook.tempfile, "tempdir", str(tmp_path))
    player.show()
    (address,) = opened
    assert Path(url2pathname(urlsplit(address).path)).read_text("utf-8") == player.html()


def test_a_person_reads_the_escaped_title_as_it_is(player):
    assert unescape(player.title) == player.title and "2 steps" in player.title


def test_who_has_no_ipython_needs_none():
    code = (
        "import sys, numpy as np, lstm_viz; from lstm_viz import figures;"
        "cell = lstm_viz.RNN.init(input_size=1, hidden_size=1, rng=np.random.default_rng(0));"
        "player = figures.cell(cell.run(np.ones((2, 1)))); player.html(); player._repr_html_();"
        "assert 'lstm_viz.player.notebook' in sys.modules and 'IPython' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=120)


def test_two_hundred_steps_open_at_once(report):
    lstm = LSTM.init(input_size=3, hidden_size=4, rng=np.random.default_rng(0))
    trace = lstm.run(np.random.default_rng(1).normal(size=(200, 3)))
    times = []
    for _ in range(3):
        start = time.perf_counter()
        output = figures.cell(trace)._repr_html_()
        times.append(time.perf_counter() - start)
    assert min(times) < MOST_SECONDS
    report("figures.cell, 200 steps × 4 units: output made in", 1000 * min(times), "ms", "")
    packed = PACKED.search(unescape(output))
    without = len(output) - (len(packed[0]) if packed else 0)
    report("figures.cell, 200 steps × 4 units: output without Plotly", without / 1000, "KB", "")
