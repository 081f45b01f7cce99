"""What the browser is told of the glossary: every entry, and where on this server it is shown."""

import base64
import gzip
import json

from lstm_viz.lesson.glossary import GLOSSARY, SYMBOLS
from lstm_viz.scenes.glossary.controls import terms_list as glossary
from lstm_viz.ui import terms
from lstm_viz.ui.navigation import PAGES


def test_every_entry_is_sent_with_an_address():
    sent = json.loads(gzip.decompress(base64.b64decode(terms.sent())))
    assert sent == terms.entries()
    assert list(sent) == [found.id for found in GLOSSARY]
    titles = {page.address: page.title for page in PAGES}
    assert all(titles[one["page"]] == one["title"] for one in sent.values())


def test_a_symbol_is_its_own_heading():
    sent = terms.entries()
    assert (sent["forget-gate"]["heading"], sent["forget-gate"]["symbol"]) == (
        "forget gate",
        "f<sub>t</sub>",
    )
    assert (sent["f-t"]["heading"], sent["f-t"]["symbol"]) == ("f<sub>t</sub>", "")


def test_the_list_has_every_entry_once_terms_by_the_alphabet():
    page = glossary.template()
    assert all(page.count(f'id="term-{found.id}"') == 1 for found in GLOSSARY)
    places = [page.index(f'id="term-{found.id}"') for found in glossary.GROUPS["Terms"] + SYMBOLS]
    assert places == sorted(places)
    names = [found.term.casefold() for found in glossary.GROUPS["Terms"]]
    assert names == sorted(names)
