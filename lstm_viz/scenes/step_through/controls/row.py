"""The row above the picture: what to start from, what is read, which network reads it."""

from __future__ import annotations

import streamlit as st

from lstm_viz.inputs import InputError, decode, from_csv
from lstm_viz.networks import NETWORKS, PRESETS
from lstm_viz.scenes.step_through.controls import state
from lstm_viz.scenes.step_through.controls.params import setup_of
from lstm_viz.scenes.step_through.record import (
    Setup,
    is_as_opened,
    opened,
    with_hidden_size,
    with_network,
    with_seed,
    with_text,
)
from lstm_viz.ui.number_field import number_field
from lstm_viz.ui.params import MAX_SEED
from lstm_viz.ui.scene_state import SceneScreen

KINDS = {"sentence": "Sentence", "numbers": "Numbers", "csv": "CSV table", "brackets": "Brackets"}
EXAMPLES = {
    "sentence": "My friend calls to say happy birthday",
    "numbers": "0, 1, 0, 0, 1, 0, -1, 0",
    "csv": "rain,sun\n1,0\n0,1\n0,1\n1,0\n",
    "brackets": "(()(()))",
}
MOST_NAMES = 20
"""Files whose names are known when their tables come back."""
_PRESETS = {preset.id: preset for preset in PRESETS}


def row(screen: SceneScreen) -> None:
    """All controls; each change goes through ``state.change``."""
    setup = setup_of(screen)
    network = NETWORKS[setup.network]
    preset, kind, text, which, units, seed = st.columns(
        [2.3, 1.35, 4.1, 2.2, 1.0, 1.15], vertical_alignment="bottom"
    )
    # Widgets show what is set, however it came about (a click, a link, undo).
    st.session_state.update(
        preset=setup.preset,
        network=setup.network,
        kind=setup.kind,
        text=st.session_state.get("draft", setup.text),
    )
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
            _table(setup.text)
        else:
            st.text_input(KINDS[setup.kind], key="text", on_change=_text_changed)
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


def _preset_title(key: str, setup: Setup) -> str:
    title = _PRESETS[key].title
    return title if key != setup.preset or is_as_opened(setup) else f"{title} (changed)"


def _table(text: str) -> None:
    rows = text.strip().count("\n") + 1
    label = st.session_state.csv_names.get(text) or f"table of {rows} lines"
    with st.popover(f"CSV: {label}", width="stretch"):
        st.file_uploader(
            "Drop a CSV file: rows are time steps, columns are inputs (up to 200 × 16)",
            type=["csv", "tsv", "txt"],
            key="csv_file",
            on_change=_file_dropped,
        )
        key = _key_of_table(st.session_state.text)
        with st.container(key="table"):
            st.text_area(
                "or edit it here", key=key, on_change=lambda: _text_changed(key), height=220
            )


def _key_of_table(text: str) -> str:
    """The key of the field that shows this table: another one when it was not typed there.

    What is in a closed popover is not told what is to stand in it: the browser would report what
    stood there before, and that would be taken for a change by the reader.
    """
    key: str = st.session_state.setdefault("table_key", "text_0")
    if st.session_state.get(key, text) != text:
        key = st.session_state.table_key = f"text_{int(key[5:]) + 1}"
    st.session_state[key] = text
    return key


def _preset_changed() -> None:
    chosen = _PRESETS.get(st.session_state.preset)
    if chosen is not None:  # the browser may report a title that is no longer offered
        state.change(opened(chosen), restart=True)


def _kind_changed() -> None:
    """The text stays if it can be read that way, else an example takes its place."""
    setup, kind = state.setup_now(), st.session_state.kind
    if not state.change(with_text(setup, kind, setup.text), restart=True):
        state.change(with_text(setup, kind, EXAMPLES[kind]), restart=True)


def _text_changed(key: str = "text") -> None:
    setup, text = state.setup_now(), st.session_state[key]
    if text.strip() == setup.text.strip():
        return  # a space at an end is no other sentence
    if not state.change(with_text(setup, setup.kind, text), restart=True):
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
    if state.change(with_text(state.setup_now(), "csv", text), restart=True):
        names = st.session_state.csv_names
        st.session_state.csv_names = dict([*names.items(), (text, file.name)][-MOST_NAMES:])


def _network_changed() -> None:
    before = state.setup_now()
    after = with_network(before, st.session_state.network)
    if after.kind == before.kind:
        state.change(after)
    else:  # what was typed means nothing to this network
        state.change(with_text(after, after.kind, EXAMPLES[after.kind]), restart=True)
