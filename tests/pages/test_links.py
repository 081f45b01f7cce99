"""One rule for what a link says, on all pages: what cannot be had is said, and the rest opens."""

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.ui.navigation import PAGES
from tests.pages.helpers import open_at, plain, visit


@pytest.fixture(scope="module")
def at() -> AppTest:
    return open_at(page="uses")


def notes(at: AppTest) -> str:
    return " ".join(plain(warning.value) for warning in at.warning)


def test_a_place_that_is_not_there_is_said_and_opens_at_the_last(at: AppTest) -> None:
    for page, query, said in [
        ("all-together", {"t": "9"}, "t=9"),
        ("all-together", {"t": "7", "stage": "10", "sentence": "friend"}, "stage=10"),
        ("cell-state", {"t": "20"}, "t=20"),
        ("cell-state", {"part": "belt", "stage": "3"}, "stage=3; expected a stage from 1 to 1"),
        ("forget-gate", {"part": "cell", "t": "9", "stage": "2"}, "t=9"),
        ("squashing", {"part": "sigmoid", "t": "21"}, "t=21"),
        ("how-it-learns", {"train": "gradient", "t": "21"}, "t=21"),
        ("train", {"view": "cell", "checkpoint": "250"}, "checkpoint=250; there is 1"),
        ("train", {"view": "training", "checkpoint": "250"}, "checkpoint=250; there is 1"),
        ("train", {"view": "cell", "t": "200"}, "t=200; there are 30 steps"),
        ("train", {"t": "30"}, "t=30; there is 1 checkpoint"),
        ("step-through", {"t": "150"}, "t=150; there are 7 steps"),
        ("step-through", {"net": "random-rnn", "stage": "5"}, "stage=5; there are 4 stages"),
        ("read-along", {"t": "5000"}, "t=5000; there are 264 characters"),
    ]:
        visit(at, "uses", t="2")
        visit(at, page, **query)
        assert f"The link says {said}" in notes(at), f"{page} {query}: {notes(at)!r}"
        assert "so it opens " in notes(at), f"{page} {query}"


def test_names_and_values_that_mean_nothing_are_said_on_every_page(at: AppTest) -> None:
    """One sentence, with no character in it that is not seen or turns it round."""
    for page in PAGES:
        visit(at, "uses" if page.id != "uses" else "costs", t="2")
        visit(at, page.id, stpe="3\u202e", t="1\u202e2")
        said = notes(at)
        assert "The link says stpe=3�; expected names among" in said, f"{page.id}: {said!r}"
        assert "The link says t=1�2; expected a " in said, f"{page.id}: {said!r}"
        assert said.isprintable(), page.id
