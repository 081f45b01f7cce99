"""What of "Train one yourself" runs again while it trains: the controls and the picture."""

from __future__ import annotations

from functools import partial
from weakref import ref

import streamlit as st

from lstm_viz.figures.style import palette
from lstm_viz.player import board_payload
from lstm_viz.scenes.train.controls import bar, cell, dials
from lstm_viz.scenes.train.controls.before import before
from lstm_viz.scenes.train.controls.files import files
from lstm_viz.scenes.train.controls.params import KEY, PARAMS
from lstm_viz.scenes.train.controls.state import (
    OngoingTraining,
    ask_for,
    checkpoint_of,
    fit,
    look_as_asked,
    one_slice,
    rests,
    shown_network,
    stand,
    train_as_asked,
    trains_elsewhere,
    under_way,
)
from lstm_viz.scenes.train.picture import live_board, training_board
from lstm_viz.scenes.train.record.training import ShownNetwork
from lstm_viz.scenes.train.record.training_record import EarlierTraining, TrainingRecord
from lstm_viz.ui import lesson_page, player, scene_state
from lstm_viz.ui.assets import asset
from lstm_viz.ui.films import Packed, once
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen
from lstm_viz.ui.ticker import tick
from lstm_viz.ui.trainings import GONE_AFTER, asks_in

DRAWN = "train_drawn"
"""What was drawn last of a training at rest, and its film."""
BUTTON = f":root {{ --train-button: {palette('light')['text_o']}; }}"
"""Light letters are read on it in both themes, and not on Streamlit’s own ground in the dark."""


@st.fragment
def stage() -> None:
    """Run anew for every slice of the training, without the rest of the page."""
    look_as_asked()
    train_as_asked()
    problem = one_slice() if under_way() else ""
    now, note = shown_network(scene_state.current(KEY))
    scene_state.fit_link(KEY, lambda: fit(now, note))
    going = under_way()
    screen = scene_state.current(KEY)
    in_cell = screen["view"] == "cell" and not going
    if not in_cell and not going:
        screen = stand(now)
    styles = "train.css", *(() if in_cell else ("board.css",))
    style = "".join(asset(__package__, name) for name in styles)
    st.html(f"<style>{BUTTON}{style}</style>")
    with st.container(key="train_stage"):
        _stage(now, going, problem or note, screen, in_cell)


def _stage(
    now: ShownNetwork,
    going: OngoingTraining | None,
    problem: str,
    screen: SceneScreen,
    in_cell: bool,
) -> None:
    record = now.record  # once: it may go on in another window, and all here has to agree
    k = min(checkpoint_of(now, screen), len(record.checkpoints) - 1)
    elsewhere = not going and trains_elsewhere()
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        bar.bar(record, going, record.checkpoints[k] if in_cell else None, elsewhere=elsewhere)
        dials.row(screen)
        if problem:
            st.warning(plain(problem))
        elif not in_cell:
            dials.words(screen)
    if in_cell:
        with picture:
            cell.play(now, screen, k)
    else:
        earlier = before(now, screen)
        film = _live(record, earlier) if going else _at_rest(record, earlier)
        # The session has to know the checkpoint: “In the cell” goes into that one's.
        with picture:
            data = scene_state.player_data(KEY, screen, PARAMS)
            data["tells"] = going is None
            player.play(KEY, film, data, _asked, partial(rests, now))
    tick(
        key="train_tick",
        going=going is not None,
        said=bar.announcement(record, going, elsewhere=elsewhere),
        later=_later(going, elsewhere=elsewhere),
    )
    files(now, record, going=going is not None)


def _live(record: TrainingRecord, earlier: EarlierTraining | None) -> Packed:
    """The newest checkpoint: a glide would show what was, and the words say what is."""
    return once(board_payload(live_board(record, earlier), glide=0))


def _at_rest(record: TrainingRecord, earlier: EarlierTraining | None) -> Packed:
    """All checkpoints, drawn once: whoever goes through them has the same film again and again."""
    # Not the training itself: the server may forget it while this reader stays.
    of = ref(record.checkpoints[-1]), record.step, record.ended, earlier
    if st.session_state.get(DRAWN, (None,))[0] != of:
        st.session_state[DRAWN] = of, once(board_payload(training_board(record, earlier)))
    film: Packed = st.session_state[DRAWN][1]
    return film


def _asked(action: str) -> None:
    """A value of the example was clicked."""
    kind, *place = action.split(":")
    if kind == "run" and not under_way() and len(place) == 3 and all(map(str.isdecimal, place)):
        k, t, unit = map(int, place)
        ask_for("cell", (k, t, unit))


def _later(going: OngoingTraining | None, *, elsewhere: bool) -> float | None:
    """In how many seconds to look again, where that is not at once."""
    if going and going.in_line:
        return asks_in(going.in_line)
    return GONE_AFTER if elsewhere else None
