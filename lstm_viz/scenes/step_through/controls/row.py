"""The row above the picture: what to start from, what is read, which network reads it."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from lstm_viz.inputs import InputError, decode, from_csv
from lstm_viz.networks import NETWORKS, PRESETS
from lstm_viz.scenes.step_through.controls import state
from lstm_viz.scenes.step_through.link import Screen
from lstm_viz.scenes.step_through.record import (
    is_as_opened,
    opened,
    with_hidden_size,
    with_network,
    with_seed,
    with_text,
)
from lstm_viz.ui.params import MAX_SEED

KINDS = {"sentence": "Sentence", "numbers": "Numbers", "csv": "CSV table", "brackets": "Brackets"}
EXAMPLES = {
    "sentence": "My friend calls to say happy birthday",
    "numbers": "0, 1, 0, 0, 1, 0, -1, 0",
    "csv": "rain,sun\n1,0\n0,1\n0,1\n1,0\n",
    "brackets": "(()(()))",
}
_PRESETS = {preset.id: preset for preset in PRESETS}


def row(screen: Screen) -> None:
    """All controls; each change goes through ``state.change``."""
    network = NETWORKS[screen.network]
    preset, kind, text, which, units, seed = st.columns(
        [2.3, 1.35, 4.1, 2.2, 1.0, 1.15], vertical_alignment="bottom"
    )
    _set(preset=screen.preset, network=screen.network, kind=screen.kind)
    _set(hidden_size=screen.hidden_size, seed=screen.seed)
    _set(text=st.session_state.get("draft", screen.text))
    with preset:
        st.selectbox(
            "Start from",
            list(_PRESETS),
            format_func=lambda key: _preset_title(key, screen),
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
        if screen.kind == "csv":
            _table(screen)
        else:
            st.text_input(KINDS[screen.kind], key="text", on_change=_text_changed)
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
        st.number_input(
            "Units",
            least,
            most,
            step=1,
            key="hidden_size",
            on_change=_hidden_size_changed,
            disabled=least == most,
            help="hidden_size, the number of units of the cell",
        )
    with seed:
        st.number_input(
            "Seed",
            0,
            MAX_SEED,
            step=1,
            key="seed",
            on_change=_seed_changed,
            disabled=not network.seeded,
            help="another seed, other random weights",
        )


def _preset_title(key: str, screen: Screen) -> str:
    title = _PRESETS[key].title
    return title if key != screen.preset or is_as_opened(screen) else f"{title} (changed)"


def _set(**values: object) -> None:
    """Widgets show the screen, however it came about (a click, a link, undo)."""
    for key, value in values.items():
        st.session_state[key] = value


def _table(screen: Screen) -> None:
    rows = screen.text.strip().count("\n") + 1
    label = st.session_state.get("csv_name") or f"table of {rows} lines"
    with st.popover(f"CSV: {label}", width="stretch"):
        st.file_uploader(
            "Drop a CSV file: rows are time steps, columns are inputs (up to 200 × 16)",
            type=["csv", "tsv", "txt"],
            key="csv_file",
            on_change=_file_dropped,
        )
        st.text_area("or edit it here", key="text", on_change=_text_changed, height=220)


def _preset_changed() -> None:
    st.session_state.csv_name = None
    state.change(opened(_PRESETS[st.session_state.preset]), jump=True)


def _kind_changed() -> None:
    """The text stays if it can be read that way, else an example takes its place."""
    screen, kind = state.open_screen(), st.session_state.kind
    if not state.change(replace(with_text(screen, kind, screen.text), t=0, stage=0), jump=True):
        state.change(replace(with_text(screen, kind, EXAMPLES[kind]), t=0, stage=0), jump=True)


def _text_changed() -> None:
    screen, text = state.open_screen(), st.session_state.text
    if text.strip() == screen.text.strip():
        return  # a space at an end is no other sentence
    if not state.change(replace(with_text(screen, screen.kind, text), t=0, stage=0), jump=True):
        st.session_state.draft = text


def _file_dropped() -> None:
    file = st.session_state.csv_file
    if file is None:
        return
    try:
        text = decode(file.getvalue())
        from_csv(text)
    except InputError as error:
        state.say(f"{file.name}: {error}")
        return
    screen = state.open_screen()
    if state.change(replace(with_text(screen, "csv", text), t=0, stage=0), jump=True):
        st.session_state.csv_name = file.name


def _network_changed() -> None:
    before = state.open_screen()
    after = with_network(before, st.session_state.network)
    if after.kind == before.kind:
        state.change(after)
    else:  # what was typed means nothing to this network
        state.change(replace(after, text=EXAMPLES[after.kind], edits=(), t=0, stage=0), jump=True)


def _hidden_size_changed() -> None:
    state.change(with_hidden_size(state.open_screen(), st.session_state.hidden_size))


def _seed_changed() -> None:
    state.change(with_seed(state.open_screen(), st.session_state.seed))
