"""The row below the picture: the series, the training, what comes next, and the settings."""

from __future__ import annotations

import streamlit as st

from lstm_viz.scenes.forecast.controls import own, state
from lstm_viz.scenes.forecast.controls.params import (
    HIDDEN_UNITS,
    KEY,
    SEED,
    SERIES,
    SHOWN,
    points_of,
)
from lstm_viz.scenes.forecast.record.series import OWN
from lstm_viz.scenes.forecast.record.training import MOST_SEED, UNITS, Settings
from lstm_viz.scenes.forecast.words.around import TITLES
from lstm_viz.ui import scene_state, widgets
from lstm_viz.ui.number_field import number_field
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen

BUTTON = 86
"""Its width in pixels, whatever it says: nothing beside it moves."""


def bar(screen: SceneScreen, settings: Settings, place: int) -> None:
    training, both = state.training_of(settings), state.wants_both(screen)
    going = state.under_way(settings)
    done, words = state.progress(training, going=going, place=place, both=both)
    with st.container(key="forecast_bar", horizontal=True, vertical_alignment="center"):
        _series(screen)
        if screen[SERIES.name] == OWN:
            own.numbers(screen)
        if going:
            st.button("Stop", key="forecast_stop", on_click=state.stop, width=BUTTON)
        else:
            begun = training is not None and training.step > 0
            st.button(
                "Go on" if begun and done < 1 else "Train",
                key="forecast_start",
                type="primary",
                on_click=state.start,
                disabled=done == 1,
                width=BUTTON,
            )
        st.progress(done, text=plain(words))
        if screen[SHOWN.name] == "yes":
            st.button("Draw again", key="forecast_again", on_click=state.draw_again)
        else:
            if state.can_come_back(screen):
                st.button("Undo", key="forecast_back", on_click=state.bring_back, width=BUTTON)
            else:
                st.button(
                    "Clear",
                    key="forecast_clear",
                    on_click=state.clear,
                    disabled=not points_of(screen, settings.series),
                    width=BUTTON,
                )
            st.button("Show what came", key="forecast_show", on_click=state.show)
        _unscaled(both)
        _settings(screen)
    if screen[SERIES.name] == OWN:
        own.refused()


def _series(screen: SceneScreen) -> None:
    def chosen(series: str) -> None:
        own.forget()
        state.anew(**{SERIES.name: series})

    widgets.dropdown(
        KEY, screen, SERIES, "Series", TITLES.__getitem__, labelled=False, width=230, take=chosen
    )


def _unscaled(both: bool) -> None:
    st.session_state.forecast_both = both
    st.toggle(
        "Unscaled, too",
        key="forecast_both",
        help="Why inputs are scaled: a second network is trained, from the same seed, on the "
        "numbers as they are.",
        on_change=lambda: state.scale_both(st.session_state.forecast_both),
    )


def _settings(screen: SceneScreen) -> None:
    with st.popover("Settings", width="content"):
        number_field(
            "Units", screen[HIDDEN_UNITS.name], *UNITS, key="forecast_units",
            take=lambda units: _turned(HIDDEN_UNITS.name, units),
        )  # fmt: skip
        number_field(
            "Seed", screen[SEED.name], 0, MOST_SEED, key="forecast_seed",
            take=lambda seed: _turned(SEED.name, seed),
        )  # fmt: skip


def _turned(name: str, value: int) -> None:
    """Another network: it is trained at once if the one before was asked for."""
    scene_state.change(KEY, **{name: value})
    scene_state.jump(KEY, t=scene_state.current(KEY).t, stage=0)  # it may have fewer units
