"""The page "What it costs": what it hands to the player, its sizes, its clock, its links."""

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.lesson.glossary import linked
from lstm_viz.scenes.costs.controls import measured
from lstm_viz.scenes.costs.questions import QUESTIONS
from lstm_viz.scenes.costs.record import timing as timed
from lstm_viz.scenes.costs.record.formulas import Cost, Costs, sizes
from lstm_viz.scenes.costs.words.captions import MEASURES, SAME
from lstm_viz.scenes.costs.words.verdict import CLAIM, finding, verdict
from tests.pages.helpers import handed, open_at, plain, sound

PAGE = "costs"


class Clock:
    """Stands in for the measurement: the n-th one says n microseconds."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, int]] = []

    def __call__(self, hidden_size: int, input_size: int) -> Costs:
        self.asked.append((hidden_size, input_size))
        return self.costs(hidden_size, input_size, len(self.asked))

    @staticmethod
    def costs(hidden_size: int, input_size: int, n: int) -> Costs:
        def row(three: tuple[int, int, int]) -> tuple[Cost, Cost, Cost]:
            rnn, gru, lstm = three
            return (
                Cost("RNN", rnn, input_size, n * 1e-6),
                Cost("GRU", gru, input_size, n * 3e-6),
                Cost("LSTM", lstm, input_size, n * 4e-6),
            )

        same_size, same_parameters = sizes(hidden_size, input_size)
        return Costs(row(same_size), row(same_parameters), steps=32, runs=9)


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[Clock]:
    measured.clear()
    stopped = Clock()
    monkeypatch.setattr(timed, "measured", stopped)
    yield stopped
    measured.clear()


def open_costs(**query: str) -> AppTest:
    return open_at(page=PAGE, **query)


def says(at: AppTest, n: int) -> bool:
    """The film has the times of the n-th measurement."""
    film = handed(at)["film"]
    return f"{n * 4:.1f} µs" in film["frames"][0][3]["numbers"]


def test_it_opens_with_64_units_and_says_what_was_measured(clock: Clock) -> None:
    at = open_costs()
    film = handed(at)["film"]
    assert (film["kind"], film["tokens"], len(film["frames"][0])) == ("board", list(SAME), 4)
    assert [frame["title"] for frame in film["frames"][0]] == [
        m.short.capitalize() for m in MEASURES
    ]
    assert "24,832" in film["frames"][0][1]["numbers"]
    assert [question["id"] for question in film["questions"]] == [q.id for q in QUESTIONS]
    assert clock.asked == [(64, 32)]
    assert says(at, 1)
    texts = "".join(text.value for text in at.markdown)
    costs = Clock.costs(64, 32, 1)
    for words in (CLAIM, finding(costs), verdict(costs)):
        assert linked(words) in texts
    (below,) = at.expander
    inside = "".join(text.value for text in below.markdown)
    assert linked(finding(costs)) in inside and not below.proto.expanded, "it answers what is asked"
    assert not at.warning and not at.error


def test_running_again_measures_nothing_and_changes_nothing(clock: Clock) -> None:
    at = open_costs()
    before = handed(at)["version"]
    sound(at.run())
    assert handed(at)["version"] == before
    assert clock.asked == [(64, 32)]


def test_other_sizes_are_measured_and_kept_in_the_link(clock: Clock) -> None:
    at = open_costs(t="2", stage="2")
    at.slider(key="costs_h").set_value(100)
    sound(at.run())
    at.slider(key="costs_inputs").set_value(7)
    sound(at.run())
    assert clock.asked == [(64, 32), (100, 32), (100, 7)]
    data = handed(at)
    assert data["query"] == "h=100&inputs=7"
    assert (data["at"]["t"], data["at"]["stage"], data["at"]["id"]) == (1, 1, 0)
    assert "The LSTM keeps its 100 units" in data["film"]["frames"][1][0]["sentence"]


def test_it_can_be_measured_again(clock: Clock) -> None:
    at = open_costs(h="16")
    at.button(key="costs_again").click()
    sound(at.run())
    assert clock.asked == [(16, 32), (16, 32)]
    assert says(at, 2)


def test_a_link_brings_the_sizes_back(clock: Clock) -> None:
    at = open_costs(h="5", inputs="256", t="2", stage="2")
    assert clock.asked == [(5, 256)]
    assert (at.slider(key="costs_h").value, at.slider(key="costs_inputs").value) == (5, 256)
    assert not at.warning


@pytest.mark.parametrize(("t", "opens"), [("1", 3), ("2", 1)])
def test_a_link_to_a_stage_that_is_no_more_opens_the_last_and_says_so(
    t: str, opens: int, clock: Clock
) -> None:
    """A case had five stages once, the last of them the time."""
    at = open_costs(t=t, stage="5")
    data = handed(at)
    assert (data["at"]["t"], data["at"]["stage"]) == (int(t) - 1, opens)
    assert data["film"]["frames"][int(t) - 1][opens]["title"] == "Time"
    (note,) = at.warning
    assert f"there are {opens + 1} stages" in plain(note.value)


@pytest.mark.parametrize(
    "query", [{"h": "3"}, {"h": "257"}, {"inputs": "0"}, {"h": "6.5"}, {"t": "3"}, {"stage": "6"}]
)
def test_nonsense_in_a_link_is_noted_and_left_out(query: dict[str, str], clock: Clock) -> None:
    at = open_costs(**query)
    assert clock.asked == [(64, 32)]
    (note,) = at.warning
    ((name, value),) = query.items()
    assert f"{name}={value}" in plain(note.value)
