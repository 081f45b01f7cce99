"""A film with its row as what is sent to the browser."""

import json

import pytest

from lstm_viz.figures.film import film
from lstm_viz.player import compressed, payload
from lstm_viz.player.row import with_rows
from lstm_viz.scenes.all_together import record as together


@pytest.mark.parametrize("id", together.SENTENCES)
def test_each_shape_of_screen_has_a_row_beside_its_cell(id):
    told = together.run(id)
    story = film(told.trace, tokens=told.inputs.tokens)
    plain = payload(story)
    data = with_rows(plain, story, level="cell")
    assert set(data["rows"]) == {"wide", "tall"}
    assert data["level"] == "cell" and data["kind"] == "row"
    assert {name: data[name] for name in plain if name != "kind"} == {
        name: plain[name] for name in plain if name != "kind"
    }
    for view in data["rows"].values():
        names = [trace["name"] for trace in view["data"]]
        assert len(set(names)) == len(names) and "dots" in names
    json.dumps(data)


def test_a_row_is_small_beside_what_a_page_costs():
    told = together.run("count-words")
    story = film(told.trace, tokens=told.inputs.tokens)
    assert len(compressed(with_rows(payload(story), story, level="row"))) < 60_000
