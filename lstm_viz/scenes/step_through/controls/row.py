"""The row above the picture: what to start from, what is read, which network reads it."""

from __future__ import annotations

import streamlit as st

from lstm_viz.networks import NETWORKS, PRESETS
from lstm_viz.networks.basket_text import STORY
from lstm_viz.scenes.step_through.controls import state, table
from lstm_viz.scenes.step_through.controls.params import FIRST, setup_of
from lstm_viz.scenes.step_through.record import (
    MOST_SHOWN,
    Setup,
    is_as_opened,
    opened,
    perform,
    with_hidden_size,
    with_network,
    with_seed,
    with_text,
)
from lstm_viz.ui.number_field import number_field, show
from lstm_viz.ui.params import MAX_SEED
from lstm_viz.ui.scene_state import SceneScreen

KINDS = {
    "sentence": "Sentence",
    "numbers": "Numbers",
    "csv": "CSV table",
    "brackets": "Brackets",
    STORY: "Story",
}
EXAMPLES = {
    "sentence": "My friend calls to say happy birthday",
    "numbers": "0, 1, 0, 0, 1, 0, -1, 0",
    "csv": "rain,sun\n1,0\n0,1\n0,1\n1,0\n",
    "brackets": "(()(()))",
    STORY: PRESETS[0].text,
}
_PRESETS = {preset.id: preset for preset in PRESETS}


def row(screen: SceneScreen) -> None:
    """All controls; each change goes through ``state.change``."""
    setup = setup_of(screen)
    network = NETWORKS[setup.network]
    steps = len(perform(setup).trace)
    is_long = steps > MOST_SHOWN
    preset, kind, text, which, units, seed, *first = st.columns(
        [2.3, 1.35, 4.1, 2.2, 1.0, 1.15] + [1.15] * is_long, vertical_alignment="bottom"
    )
    # Widgets show what is set, however it came about (a click, a link, undo).
    st.session_state.update(
        preset=setup.preset,
        network=setup.network,
        kind=setup.kind,
    )
    show("text", st.session_state.get("draft", setup.text))
    with preset:
        st.selectbox(
            "Start from",
            list(_PRESETS),
            format_func=lambda key: _preset_title(key, setup),
            key="preset",
            on_change=_preset_changed,
        )
    with kind:
        st.selectbox(
            "Read as",
            list(network.reads),
            format_func=lambda kind: KINDS[kind],
            key="kind",
            on_change=_kind_changed,
        )
    with text:
        if setup.kind == "csv":
            table.popover(setup)
        else:
            st.text_input(KINDS[setup.kind], key="text", on_change=state.text_changed)
    with which:
        st.selectbox(
            "Network",
            list(NETWORKS),
            format_func=lambda key: NETWORKS[key].title,
            key="network",
            on_change=_network_changed,
        )
    least, most = network.hidden_sizes
    with units:
        number_field(
            "Units",
            setup.hidden_size,
            least,
            most,
            key="hidden_size",
            take=lambda units: state.change(with_hidden_size(state.setup_now(), units)),
            disabled=least == most,
            help="hidden_size, the number of units of the cell",
        )
    with seed:
        number_field(
            "Seed",
            setup.seed,
            0,
            MAX_SEED,
            key="seed",
            take=lambda seed: state.change(with_seed(state.setup_now(), seed)),
            disabled=not network.seeded,
            help="another seed, other random weights",
        )
    for column in first:
        with column:
            number_field(
                "From step",
                screen[FIRST] + 1,
                1,
                steps - MOST_SHOWN + 1,
                key="first_step",
                take=lambda number: state.show_from(number - 1),
                step=MOST_SHOWN // 2,
                help=f"The network reads all {steps:,} steps; {MOST_SHOWN} of them, from this one "
                "on, are shown and played. At their end, next goes on to the ones after them.",
            )


def _preset_title(key: str, setup: Setup) -> str:
    title = _PRESETS[key].title
    return title if key != setup.preset or is_as_opened(setup) else f"{title} (changed)"


def _preset_changed() -> None:
    chosen = _PRESETS.get(st.session_state.preset)
    if chosen is not None:  # the browser may report a title that is no longer offered
        state.change(opened(chosen), restart=True)


def _kind_changed() -> None:
    """The text stays if it can be read that way, else an example takes its place."""
    setup, kind = state.setup_now(), st.session_state.kind
    if not state.change(with_text(setup, kind, setup.text), restart=True):
        state.change(with_text(setup, kind, EXAMPLES[kind]), restart=True)


def _network_changed() -> None:
    before = state.setup_now()
    after = with_network(before, st.session_state.network)
    if after.kind == before.kind:
        state.change(after)
    else:  # what was typed means nothing to this network
        state.change(with_text(after, after.kind, EXAMPLES[after.kind]), restart=True)
