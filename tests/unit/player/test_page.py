"""The exported page is one file: it needs nothing else, and nothing that was typed breaks it."""

import base64
import gzip
import json
import re
from html import escape
from html.parser import HTMLParser

import pytest
from plotly.offline import get_plotlyjs

from lstm_viz.figures.film import film
from lstm_viz.player import payload, script, standalone_page, style, template
from lstm_viz.player.assets import page_script
from tests.unit.figures.runs import AWKWARD, cell, one_hot_run, run

NASTY = [
    *AWKWARD, "</script>", "</SCRIPT >", "<!--", "<!--<script>", "-->", "]]>", "\u2028", "\\",
    "{style}", "{0}", "{{", "</style>", "'",
]  # fmt: skip
BLOCK = re.compile(r'<script type="application/json" id="film">(.*?)</script>', re.DOTALL)


@pytest.fixture(scope="module")
def page():
    story = film(one_hot_run(len(NASTY)), tokens=NASTY, columns=NASTY)
    data = payload(story, weights={"bias": cell(2, len(NASTY)).bias}, unit_labels=NASTY[:2])
    return data, standalone_page(data, title="Bits & </title><b> {title}", at=(2, 5, 1))


class Markup(HTMLParser):
    """Start tags with their attributes, and the text within the title."""

    def __init__(self, page):
        super().__init__()
        self.tags = []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))


def without_code(page):
    """The document with what stands inside its scripts taken out."""
    return re.sub(r"(<script[^>]*>).*?(</script>)", r"\1\2", page, flags=re.DOTALL)


def test_it_is_one_document(page):
    _, html = page
    assert html.startswith("<!doctype html>")
    tags = [tag for tag, _ in Markup(without_code(html)).tags]
    for tag in ("html", "head", "body", "title", "main", "style"):
        assert tags.count(tag) == 1, tag
    assert tags.count("script") == 3
    assert html.rstrip().endswith("</html>") and html.count("</html>") == 1


def test_it_fetches_nothing(page):
    _, html = page
    markup = Markup(without_code(html))
    for tag, attributes in markup.tags:
        assert not {"src", "href", "srcset", "data", "action", "poster"} & set(attributes), tag
        assert tag not in ("link", "iframe", "img", "object", "embed", "base")
    assert "url(" not in without_code(html) and "@import" not in without_code(html)


def test_the_players_own_files_point_nowhere():
    for text in (page_script(), style(), template()):
        addresses = set(re.findall(r"https?://[^\s\"'`)<]+", text))
        assert addresses <= {"http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml"}
        assert "url(" not in text and "@import" not in text
    # The app's films are fetched; a page has its own, which is no address (see below).
    assert page_script().count("fetch(") == 1 and "XMLHttpRequest" not in page_script()
    assert not re.search(r"^\s*import\s", page_script(), re.MULTILINE)
    assert script().count("export default") == 1 and "export " not in page_script()


def test_plotly_is_in_it(page):
    _, html = page
    assert html.count(get_plotlyjs()) == 1


def test_no_script_can_be_ended_by_what_is_in_it(page):
    """Neither by its own end tag, nor by "<!--<script>", after which the end tag is not one."""
    _, html = page
    (block,) = BLOCK.findall(html)
    for code in (get_plotlyjs(), page_script(), block):
        assert "</script" not in code.lower()
        assert not ("<!--" in code and "<script" in code.lower())
    assert html.lower().count("</script") == 3


def test_the_film_comes_back_as_it_was(page):
    data, html = page
    (block,) = BLOCK.findall(html)
    read = json.loads(block)
    assert not read["film"].startswith("/")
    film = json.loads(gzip.decompress(base64.b64decode(read["film"])))
    assert film == json.loads(json.dumps(data))
    assert film["tokens"] == NASTY
    assert read["at"] == {"id": 0, "t": 2, "stage": 5, "unit": 1}
    assert read["editable"] is False


def test_the_title_is_text(page):
    _, html = page
    assert f"<title>{escape('Bits & </title><b> {title}')}</title>" in html
    assert without_code(html).count("<title>") == 1
    assert "<b> {title}" not in html


def test_style_and_markup_are_the_players(page):
    _, html = page
    assert style() in html and template() in html and page_script() in html


def test_a_film_without_weights_can_be_saved_too():
    data = payload(film(run(1, 1, 1)))
    assert data["weights"] == {}
    assert len(BLOCK.findall(standalone_page(data, title="", at=(0, 0, 0)))) == 1
