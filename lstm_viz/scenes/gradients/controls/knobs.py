"""The knobs under the picture: what is read, by which cells, and whether gradients are clipped."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from lstm_viz.inputs import InputError
from lstm_viz.scenes.gradients.controls.params import (
    BIAS,
    CLIP,
    GAIN,
    KEY,
    LENGTH,
    SEED,
    SIZE,
    settings_of,
    values_of,
)
from lstm_viz.scenes.gradients.record.cells import read
from lstm_viz.scenes.gradients.record.settings import (
    KINDS,
    LENGTHS,
    PRESETS,
    Settings,
    preset_of,
    with_preset,
)
from lstm_viz.scenes.gradients.words import around
from lstm_viz.scenes.gradients.words.captions import CHANGE
from lstm_viz.ui import scene_state, widgets
from lstm_viz.ui.number_field import number_field
from lstm_viz.ui.params import MAX_SEED
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen
from lstm_viz.ui.text_field import forget, text_field

FIELD = "gradients_text"


def fit() -> None:
    """A link may hold a text that cannot be read."""
    screen = scene_state.current(KEY)
    settings = settings_of(screen)
    try:
        read(settings)
    except InputError as error:
        usual = replace(settings, kind=Settings().kind, text=Settings().text)
        values = {**screen.values, **values_of(usual)}
        note = f"The link’s text cannot be read here. {error}"
        scene_state.correct(KEY, note, values=values)


def knobs(screen: SceneScreen, last: Callable[[SceneScreen], None]) -> None:
    """The row below the picture; the trained networks are as they are.  ``last``: the knob of this
    part alone."""
    settings = settings_of(screen)
    with st.container(key="gradients_knobs"):
        preset, bias, gain, length, size, seed, own = st.columns(
            [2.2, 1.7, 1.7, 1.7, 1.7, 1.2, 1.3], vertical_alignment="bottom"
        )
    with preset:
        _presets(settings)
    if settings.network != "trained":
        with bias:
            widgets.slider(KEY, screen, BIAS, "Forget bias", 0.5)
        with gain:
            widgets.slider(KEY, screen, GAIN, "Gain of all weights", 0.1)
        with size:
            widgets.slider(KEY, screen, SIZE, "Hidden size", 1)
        with seed:
            number_field(
                "Seed", settings.seed, 0, MAX_SEED, key="gradients_seed",
                take=lambda seed: scene_state.change(KEY, **{SEED.name: seed}),
            )  # fmt: skip
    with length:
        widgets.slider(KEY, screen, LENGTH, "Length in steps", 1)
    with own:
        last(screen)


def read_row(screen: SceneScreen) -> None:
    """What the cells read, with what is wrong with it at its place."""
    settings = settings_of(screen)
    if settings.network == "trained":
        return
    with st.container(key="gradients_read"):
        kind, text = st.columns([1.6, 10], vertical_alignment="bottom")
    with kind:
        _kind(settings)
    with text:
        problem = _text(settings)
    if problem:
        st.error(plain(f"{problem} The picture shows the last text that could be read."))


def _presets(settings: Settings) -> None:
    key = "gradients_preset"
    st.session_state[key] = preset_of(settings)

    def chosen() -> None:
        if preset := st.session_state[key]:
            _change(with_preset(settings, preset))

    st.selectbox(
        "Start from",
        list(PRESETS),
        format_func=around.PRESETS.__getitem__,
        key=key,
        placeholder="knobs of your own",
        on_change=chosen,
    )


def _kind(settings: Settings) -> None:
    key = "gradients_kind"
    st.session_state[key] = settings.kind

    def chosen() -> None:
        kind = st.session_state[key]
        _take_text(replace(settings, kind=kind, text=around.EXAMPLES.get(kind, Settings().text)))

    st.selectbox(
        "Read as", list(KINDS), format_func=around.KINDS.__getitem__, key=key, on_change=chosen
    )


def _text(settings: Settings) -> str:
    def take(text: str) -> None:
        if text.strip() != settings.text.strip():
            _take_text(replace(settings, text=text))

    return text_field(around.KINDS[settings.kind], settings.text, key=FIELD, take=take)


def _take_text(settings: Settings) -> None:
    """It is read to its end, if that is not too far."""
    inputs = read(settings)
    low, high = LENGTHS
    whole = min(high, max(low, len(inputs.tokens)))
    usual = settings.text == Settings().text
    _change(replace(settings, length=Settings().length if usual else whole))


def clip(screen: SceneScreen) -> None:
    key = "gradients_clip"
    st.session_state[key] = screen[CLIP.name] == "on"

    def switched() -> None:
        scene_state.change(KEY, **{CLIP.name: "on" if st.session_state[key] else "off"})
        scene_state.jump(KEY, t=CHANGE, stage=0)  # where it is seen

    st.toggle("Clip at 1", key=key, on_change=switched)


def _change(settings: Settings) -> None:
    forget(FIELD)
    scene_state.change(KEY, **values_of(settings))
