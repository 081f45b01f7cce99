"""A word has one number wherever it is read, that of its place in the whole sequence: in the
readout, in sentences, tables and saved pictures, which all ask the player for it."""

import re

import pytest
from streamlit.testing.v1 import AppTest

from tests.pages.helpers import handed, open_at, visit
from tests.unit.frames import ask

LONG = [f"{k / 100}" for k in range(450)]
CELLS = [
    ("phone-call", {}, 1),
    ("start", {"part": "cell", "word": "4"}, 4),
    ("all-together", {"view": "cell", "word": "5"}, 5),
    ("step-through", {"preset": "basket", "t": "5"}, 1),
    ("step-through", {"preset": "friend", "net": "random-gru"}, 1),
    ("step-through", {"as": "numbers", "text": " ".join(LONG), "from": "201", "t": "205"}, 201),
    ("train", {"view": "cell", "t": "5"}, 1),
    ("read-along", {"level": "cell", "t": "200"}, None),
]


@pytest.fixture(scope="module")
def at() -> AppTest:
    return open_at(page="uses")


def test_a_word_has_one_number_wherever_it_is_read(at: AppTest) -> None:
    for page, query, first in CELLS:
        visit(at, "uses", t="2")
        visit(at, page, **query)
        where = f"{page} {query}"
        assert not at.warning, f"{where}: {at.warning[0].value}"
        film = handed(at)["film"]
        word, *numbers = ask(film, "numbers")
        begins = film["first"] + 1 if first is None else first
        assert numbers == list(range(begins, begins + film["steps"])), where
        if page == "read-along":
            assert begins <= 200 < begins + film["steps"], where
            assert numbers[handed(at)["at"]["t"] - film["first"]] == 200, where
        for t, number in ((0, numbers[0]), (film["steps"] - 1, numbers[-1])):
            places = [[t, k] for k in range(len(film["stages"]) - 1)]
            sentences = [sentence for _, sentence in ask(film, "told", places=places, unit=0)]
            tables = [
                table.partition("</caption>")[0] for table in ask(film, "tables", places=places)
            ]
            assert all(f"{word} {number}, " in table.lower() for table in tables), where
            for said in sentences:
                found = re.findall(rf"\b{word} (\d+)\b", said, re.IGNORECASE)
                assert set(found) <= {str(number), str(number - 1), str(number + 1)}, (where, said)
            if page == "step-through":
                assert f"Step {number} reads" in sentences[0], where
