"""The page and what of it runs again while a network trains."""

from __future__ import annotations

import streamlit as st

from lstm_viz.figures.style import palette
from lstm_viz.inputs import InputError
from lstm_viz.player import board_payload
from lstm_viz.player.contract import Board, NextScene
from lstm_viz.scenes.forecast.controls import bar, cell, state
from lstm_viz.scenes.forecast.controls.params import (
    DRAWN_POINTS,
    KEY,
    LONGEST,
    PARAMS,
    SERIES,
    SHOWN,
    TEXT,
    VIEW,
    asked_series,
    not_drawable,
    points_of,
    read_points,
    settings_of,
)
from lstm_viz.scenes.forecast.picture import forecast_board, sketch_of
from lstm_viz.scenes.forecast.record.series import Series
from lstm_viz.scenes.forecast.record.shown import Shown
from lstm_viz.scenes.forecast.record.training import UNITS, Settings
from lstm_viz.scenes.forecast.words.around import CREDIT, EXAMPLE, OPENING, REMEMBER
from lstm_viz.ui import into_cell, lesson_page, player, scene_state
from lstm_viz.ui.assets import asset
from lstm_viz.ui.films import Packed, made
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen
from lstm_viz.ui.ticker import tick
from lstm_viz.ui.trainings import asks_in

STYLE = (
    f":root {{ --forecast-button: {palette('light')['text_o']}; }}"
    f"{asset(__package__, 'forecast.css')}"
)


def page() -> None:
    lesson_page.begin(KEY, OPENING, PARAMS, steps=LONGEST, stages=10, units=UNITS[1])
    _stage()
    lesson_page.remember(REMEMBER)
    st.caption(CREDIT)


@st.fragment
def _stage() -> None:
    """Run anew for every slice of the training, without the rest of the page."""
    settings = _settings()
    screen = scene_state.current(KEY)
    state.as_asked(settings, screen)
    place, problem = state.one_slice(settings, screen) if state.under_way(settings) else (0, "")
    screen = scene_state.current(KEY)
    shown = state.shown_of(screen, settings)
    state.arrive(screen, shown)
    if not state.waits(screen, shown):
        scene_state.fit_link(KEY, lambda: _fit(shown))
        screen = scene_state.within(KEY, _sizes(scene_state.current(KEY), shown))
    st.html(f"<style>{STYLE}</style>")
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        bar.bar(screen, settings, place)
        if problem:
            st.warning(plain(problem))
    with picture:
        _play(screen, settings, shown)
    with controls:
        tick(
            key="forecast_tick",
            name=f"forecast {state.ticket_of(settings)}",
            going=state.under_way(settings),
            said=_said(screen, settings, place, problem),
            later=asks_in(place) if place else None,
        )


def _settings() -> Settings:
    """What is set; a link to numbers that cannot be read opens on the first series."""
    screen = scene_state.current(KEY)
    try:
        series = asked_series(screen)
    except InputError as error:
        state.anew(**{SERIES.name: SERIES.default, TEXT.name: EXAMPLE})
        scene_state.correct(KEY, f"The numbers of the link cannot be read: {error}")
        st.rerun()
    points = screen[DRAWN_POINTS.name]
    if points and not points_of(screen, series):
        values = {**screen.values, DRAWN_POINTS.name: ()}
        scene_state.correct(KEY, not_drawable(points, series), values=values)
        st.rerun()
    return settings_of(screen, series)


def _sizes(screen: SceneScreen, shown: Shown) -> dict[str, tuple[int, str]]:
    if screen[VIEW.name] == "picture" or shown.forecast is None:
        return {"t": (len(shown.kinds), "picture"), "stage": (1, "stage")}
    return {"t": (len(shown.series), "step"), "unit": (shown.forecast.model.hidden_size, "unit")}


def _fit(shown: Shown) -> None:
    """Without anything to look into, no cell."""
    screen = scene_state.current(KEY)
    if screen[VIEW.name] != "picture" and shown.forecast is None:
        said = "The link leads into the cell of a network that is not trained; here is its picture."
        values = {**screen.values, VIEW.name: "picture"}
        scene_state.correct(KEY, said, values=values, t=0, stage=0)
    scene_state.within(KEY, _sizes(scene_state.current(KEY), shown))


# ---- the picture -------------------------------------------------------------------------------


def _play(screen: SceneScreen, settings: Settings, shown: Shown) -> None:
    if shown.forecast is not None and screen[VIEW.name] != "picture":
        cell.play(shown.forecast, screen)
        return
    data = scene_state.player_data(KEY, screen, PARAMS)
    # Where the reader is while they wait is not where they asked to go.
    data["tells"] = shown.forecast is not None and not state.waits(screen, shown)
    if shown.forecast is None:
        data["at"] = {**data["at"], "t": 0, "stage": 0, "unit": 0}
        data["next"] = _next(screen, settings)
    else:
        data["at"] = {**data["at"], "t": min(screen.t, len(shown.kinds) - 1)}
        data["into"] = into_cell.INTO
    player.play(KEY, _packed(settings, shown), data, lambda action: _acted(action, shown))


def _packed(settings: Settings, shown: Shown) -> Packed:
    """Made once for all who look at the same."""
    if shown.forecast is None:
        return made(hidden_film, shown.series, shown.drawn)
    return made(shown_film, settings, shown.drawn, shown.as_it_is is not None)


def hidden_film(series: Series, drawn: tuple[float, ...]) -> Board:
    return film(Shown(series, drawn))


def shown_film(settings: Settings, drawn: tuple[float, ...], both: bool) -> Board:
    """Of a training that is over."""
    return film(state.ended(settings, drawn, both=both))


def film(shown: Shown) -> Board:
    return board_payload(forecast_board(shown), sketch=sketch_of(shown))


def _next(screen: SceneScreen, settings: Settings) -> NextScene | None:
    """What a press of "next" leads to; nothing once it was asked for."""
    going = state.under_way(settings)
    if going and screen[SHOWN.name] == "yes":
        return None
    trained = going or state.is_done(state.training_of(settings), both=False)
    return {"title": "Show what came" if trained else "Train it, show what came", "page": None}


def _acted(action: str, shown: Shown) -> None:
    """What the reader did in the picture."""
    kind, *place = action.split(":")
    if kind == "next":
        state.show()
    elif kind == "drawn":
        if shown.forecast is None and (points := read_points(action, shown.series)) is not None:
            scene_state.change(KEY, **{DRAWN_POINTS.name: points})
    elif shown.forecast is not None and all(map(str.isdecimal, place)):
        numbers = list(map(int, place))
        frame = min(numbers[0], len(shown.kinds) - 1)
        view = "running" if shown.kinds[frame] == "free" else "reading"
        t, unit = numbers[1:] if kind == "run" else (shown.series.past, shown.forecast.look.unit)
        into_cell.enter(KEY, view, frame, t=min(t, len(shown.series) - 1), unit=unit)


def _said(screen: SceneScreen, settings: Settings, place: int, problem: str) -> str:
    """What a screen reader hears: that it trains, and how it ended."""
    if problem:
        return problem
    training, going = state.training_of(settings), state.under_way(settings)
    _, words = state.progress(training, going=going, place=place, both=state.wants_both(screen))
    return "It trains." if going and not place else words if training is not None else ""
