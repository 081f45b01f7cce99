"""The page "Forecast": hidden, trained, shown, looked into; links, one's own numbers, bad ones."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl

import pytest
from streamlit.testing.v1 import AppTest

from lstm_viz.scenes.forecast.controls import state
from lstm_viz.scenes.forecast.record import training
from lstm_viz.scenes.forecast.record.series import PRESETS, series_of
from lstm_viz.scenes.forecast.record.shown import KINDS
from tests.pages.helpers import handed, open_at, plain, player_tells, sound, visit
from tests.pages.training import press, progress, ticker, to_the_end

FORECAST = "forecast"
TABLE = "month,first,second\n" + "\n".join(f"2020-{k:02},{k % 7},{k % 5}" for k in range(50))


@pytest.fixture(autouse=True)
def short(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Trainings of a few steps, that no other test finds."""
    monkeypatch.setattr(training, "STEPS", 3)
    monkeypatch.setattr(state, "STEPS", 3)
    monkeypatch.setattr(state, "RUNS", state.Trainings())
    state._forecast.clear()
    yield
    state._forecast.clear()


def opened(**query: str) -> AppTest:
    return open_at(page=FORECAST, **query)


def again(at: AppTest) -> AppTest:
    """The screen's link, opened by somebody else."""
    data = handed(at)
    place = {"t": str(data["at"]["t"] + 1), "unit": str(data["at"]["unit"] + 1)}
    return opened(**dict(parse_qsl(data["query"])), **place)


def titles(at: AppTest) -> list[str]:
    return [frame["title"] for (frame,) in handed(at)["film"]["frames"]]


@pytest.mark.parametrize("preset", PRESETS)
def test_each_series_is_drawn_on_trained_shown_and_looked_into(
    preset: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    at, series = opened(series=preset), series_of(preset)
    assert not at.warning and not at.error
    assert titles(at) == ["Draw how it goes on"] and progress(at) == "Not trained yet: 3 steps."
    sent = handed(at)
    assert sent["film"]["sketch"]["values"] == [] and not sent["tells"]
    assert sent["next"]["title"] == "Train it, show what came" and not ticker(at)["going"]

    points = [round(series.values[0] + k, 3) for k in range(24)]
    at = player_tells(monkeypatch, at, FORECAST, f"drawn:{','.join(map(str, points))}")
    assert handed(at)["film"]["sketch"]["values"] == points
    assert again(at).session_state["forecast_screen"]["drawn"] == tuple(points)
    at = press(at, "forecast_clear")
    assert handed(at)["film"]["sketch"]["values"] == []
    at = press(at, "forecast_back")
    assert handed(at)["film"]["sketch"]["values"] == points and at.button(key="forecast_clear")

    at = to_the_end(player_tells(monkeypatch, at, FORECAST, "next"))
    sent = handed(at)
    assert len(titles(at)) == len(KINDS) and sent["at"]["t"] == 1
    assert sent["film"]["sketch"] is None and sent["into"] == "Into the cell" and sent["tells"]
    assert progress(at) == "Trained: 3 steps." and not ticker(at)["going"]
    link = to_the_end(again(at))
    assert handed(link)["film"] == sent["film"] and handed(link)["at"]["t"] == 1

    at = player_tells(monkeypatch, at, FORECAST, "run:1:7:3")
    sent = handed(at)
    assert (sent["film"]["kind"], sent["at"]["t"], sent["at"]["unit"]) == ("network", 7, 3)
    assert sent["film"]["tokens"][7] == series.labels[7] and sent["back"] == "Back to the forecast"
    assert handed(again(at))["film"] == sent["film"]
    at = player_tells(monkeypatch, at, FORECAST, "back")
    assert handed(at)["film"]["kind"] == "board" and handed(at)["at"]["t"] == 1


def test_running_freely_leads_into_the_run_that_reads_its_own_outputs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    at = to_the_end(opened(trained="yes", shown="yes", t=str(KINDS.index("free") + 1)))
    assert handed(at)["at"]["t"] == KINDS.index("free"), "a link waits for its training"
    at = player_tells(monkeypatch, at, FORECAST, f"into:{KINDS.index('free')}")
    assert handed(at)["at"]["t"] == series_of("sine").past
    assert "view=running" in handed(at)["query"]
    at = player_tells(monkeypatch, at, FORECAST, "back")
    assert handed(at)["at"]["t"] == KINDS.index("free")


def test_the_second_network_is_trained_when_it_is_switched_on_and_its_frame_opened() -> None:
    at = to_the_end(opened(trained="yes", shown="yes", t="3"))
    at.toggle(key="forecast_both").set_value(True)
    sound(at.run())
    assert handed(at)["tells"] != ticker(at)["going"], "the place is another once it is there"
    at = to_the_end(at)
    assert titles(at)[-1] == "Why inputs are scaled"
    assert handed(at)["at"]["t"] == len(KINDS) and progress(at) == "Trained: 3 steps, twice."
    link = to_the_end(again(at))
    assert handed(link)["film"] == handed(at)["film"] and not link.warning
    at.toggle(key="forecast_both").set_value(False)
    sound(at.run())
    assert len(titles(at)) == len(KINDS) and handed(at)["at"]["t"] == KINDS.index("one")


def test_a_training_can_be_stopped_and_gone_on_with_and_drawn_again() -> None:
    at = press(opened(), "forecast_start")
    at = press(at, "forecast_stop") if ticker(at)["going"] else at
    if at.session_state["forecast_stopped"]:
        assert "stopped" in progress(at)
        at = press(at, "forecast_start")
    at = to_the_end(at)
    assert at.button(key="forecast_start").disabled and len(titles(at)) == 1
    at = press(at, "forecast_show")
    assert len(titles(at)) == len(KINDS) and handed(at)["at"]["t"] == 1
    at = press(at, "forecast_again")
    assert titles(at) == ["Draw how it goes on"] and handed(at)["next"]["title"] == "Show what came"


def test_a_training_that_diverges_is_said_each_time(monkeypatch: pytest.MonkeyPatch) -> None:
    def diverging(*args: Any, **options: Any) -> Iterator[Any]:
        raise ValueError("training diverged at step 1")
        yield

    monkeypatch.setattr(training, "train", diverging)
    at = opened()
    for _ in range(2):
        at = press(at, "forecast_start")
        assert plain(at.warning[0].value) == training.DIVERGED
        assert not ticker(at)["going"] and titles(at) == ["Draw how it goes on"]


def test_another_network_is_trained_at_once_where_one_was_shown() -> None:
    at = to_the_end(opened(trained="yes", shown="yes", view="reading", t="30", unit="12"))
    assert handed(at)["at"]["unit"] == 11
    at.text_input(key="forecast_units").set_value("8")
    at = to_the_end(sound(at.run()))
    sent = handed(at)
    assert (sent["film"]["kind"], sent["at"]["t"], sent["at"]["unit"]) == ("network", 29, 0)
    assert sent["film"]["network"]["units"] == 8 and not at.warning


def test_one_s_own_table_is_read_and_a_column_chosen() -> None:
    at = opened(series="own")
    assert titles(at) == ["Draw how it goes on"] and not at.warning
    at.text_area(key="forecast_text").set_value(TABLE)
    sound(at.run())
    film = handed(at)["film"]
    assert film["sketch"]["name"] == "How first goes on, your drawing"
    assert film["sketch"]["labels"][-1] == "2020-49" and not at.error
    at.selectbox(key="forecast_column").set_value(2)
    sound(at.run())
    assert handed(at)["film"]["sketch"]["name"] == "How second goes on, your drawing"
    assert handed(again(at))["film"] == handed(at)["film"]
    at.text_area(key="forecast_text").set_value("1, 2, three")
    sound(at.run())
    (problem,) = at.error
    assert "Expected a number in entry 3, got ‘three’." in plain(problem.value)
    assert handed(at)["film"]["sketch"]["name"].startswith("How second"), "nothing is lost"
    assert at.text_area(key="forecast_text").value == "1, 2, three"
    at.selectbox(key="forecast_series").set_value("walk")
    sound(at.run())
    assert not at.error and handed(at)["film"]["sketch"]["name"].startswith("How a random walk")


def test_what_a_link_cannot_mean_is_said_and_left_out() -> None:
    at = open_at(page="uses")
    for query, said in [
        ({"series": "own", "text": "7 7 7"}, "cannot be read: Expected 40 to 1,000 numbers, got 3"),
        ({"drawn": "1~2"}, "drawn=1~2 with 2 points; expected 24, so it opens without"),
        ({"drawn": "1~nan"}, "drawn=nan; expected numbers with ~ between them"),
        ({"units": "7"}, "units=7; expected a whole number from 8 to 16"),
        ({"view": "reading"}, "leads into the cell of a network that is not trained"),
        ({"series": "moon"}, "series=moon; expected one of sine,"),
    ]:
        visit(at, "uses", t="2")
        visit(at, FORECAST, **query)
        notes = " ".join(plain(warning.value) for warning in at.warning)
        assert said in notes, (query, notes)
        assert titles(at) == ["Draw how it goes on"], query
    at = to_the_end(opened(trained="yes", shown="yes", t="20"))
    assert "t=20; there are 8 pictures" in plain(at.warning[0].value)


def test_nothing_is_trained_before_it_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(state, "Training", lambda settings: pytest.fail("it trains"))
    at = opened()
    at.selectbox(key="forecast_series").set_value("sunspots")
    sound(at.run())
    assert not ticker(at)["going"]
