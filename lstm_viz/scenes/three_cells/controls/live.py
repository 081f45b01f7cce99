"""The live race: begun, gone on with a slice at a time, stopped, found again.

It depends on its settings and seed alone, so all who ask for the same one on a server share it.
"""

from __future__ import annotations

import streamlit as st

from lstm_viz.player import board_payload
from lstm_viz.player.contract import Board
from lstm_viz.scenes.three_cells.controls import bar, board
from lstm_viz.scenes.three_cells.controls.params import KEY, MOST_SEED, RACE, SEED
from lstm_viz.scenes.three_cells.picture import live_board
from lstm_viz.scenes.three_cells.record.live import LiveRace, Start
from lstm_viz.scenes.three_cells.words.races import origin
from lstm_viz.ui import lesson_page, scene_state
from lstm_viz.ui.films import once
from lstm_viz.ui.number_field import number_field
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen
from lstm_viz.ui.ticker import tick
from lstm_viz.ui.trainings import Trainings, asks_in, in_line

RUNS: Trainings[LiveRace] = Trainings()
"""Those of this server, by what is set."""
GOING, STOPPED = "three_cells_going", "three_cells_stopped"
GONE = "This race is no longer kept here; Go on begins it anew."
SEED_WIDTH, PROGRESS_WIDTH = 80, 170
"""In pixels: all is in one row."""


def ticket_of(start: Start) -> str:
    return f"{start.task} {start.match} {start.seed}"


def race_of(start: Start) -> LiveRace:
    """The one that is kept, or it before its first step."""
    ticket = ticket_of(start)
    found = RUNS.find(ticket)
    if found is None:
        found = LiveRace(start)
        RUNS.keep(found, ticket)
    return found


def under_way(start: Start) -> bool:
    """Whether this session asks for slices of it."""
    return bool(st.session_state.get(GOING) == ticket_of(start))


def as_asked(start: Start | None) -> None:
    """Begin, or go on with, what is asked for; leave what is not asked for any more."""
    ticket = ticket_of(start) if start else None
    going = st.session_state.get(GOING)
    if going is not None and going != ticket:
        st.session_state[GOING] = None
        RUNS.rest(going)
    if start is None:
        st.session_state[STOPPED] = None  # who asks for it again wants it to go on
    elif st.session_state.get(STOPPED) != ticket and not race_of(start).ended:
        st.session_state[GOING] = ticket


def go_on() -> None:
    st.session_state[STOPPED] = None


def stop() -> None:
    """Leave it as it is until the reader goes on."""
    going = st.session_state.get(GOING)
    if going is not None:
        st.session_state[STOPPED], st.session_state[GOING] = going, None
        RUNS.rest(going)


def one_slice(start: Start) -> tuple[int, str]:
    """Train on for a moment: the place in line if others come first (0: none), and a sentence if
    it could not be had."""
    ticket, problem, place = ticket_of(start), "", 0
    try:
        place = RUNS.go_on(ticket)
    except KeyError:
        problem = GONE
    except ValueError as diverged:
        problem = str(diverged)
    if problem:
        st.session_state[GOING], st.session_state[STOPPED] = None, ticket
    elif race_of(start).ended:
        st.session_state[GOING] = None
    return place, problem


def progress(training: LiveRace, *, going: bool, place: int) -> tuple[float, str]:
    """How far it is, as a share and in words; ``place`` is that in line."""
    share = training.step / training.steps
    if training.ended:
        return 1.0, f"Done after {training.step:,} steps"
    if going and place:
        return share, in_line(place)
    return share, f"Step {training.step:,} of {training.steps:,}{'' if going else ', stopped'}"


def stage(screen: SceneScreen, start: Start) -> None:
    """The race as far as it is, after the next slice of the training."""
    as_asked(start)
    place, problem = one_slice(start) if under_way(start) else (0, "")
    training, going = race_of(start), under_way(start)
    picture, controls = lesson_page.picture_and_controls()
    with controls:
        said = _bar(screen, start, place)
        if problem:
            st.warning(plain(problem))
    with picture:
        after = bar.race_after(start.task, start.match)
        board.play(
            once(_film(training)),
            screen,
            lambda action: bar.to_race(*after) if after and action == "next" else None,
            then=bar.race_title(*after) if after and training.ended else "",
        )
    st.caption(f"Live, with the settings of the recorded race. {origin(start.recorded)}")
    with controls:
        tick(
            key="three_cells_tick",
            name=f"race {ticket_of(start)}",
            going=going,
            said=problem or ("It trains." if going and not place else said),
            later=asks_in(place) if place else None,
        )


def _film(training: LiveRace) -> Board:
    """As it stands; all of one race are drawn alike."""
    start = training.start
    drawing = f"live {start.task} {start.match}"
    return board_payload(live_board(training.record(), start.recorded), drawing=drawing, glide=0)


def _bar(screen: SceneScreen, start: Start, place: int) -> str:
    """The row below the picture; how far it is, in words."""
    training, going = race_of(start), under_way(start)
    done, words = progress(training, going=going, place=place)
    with st.container(key="three_cells_bar", horizontal=True, vertical_alignment="bottom"):
        bar.which_race(screen)
        with st.container(width=SEED_WIDTH):
            number_field("Seed", start.seed, 0, MOST_SEED, key="three_cells_race_seed", take=_seed)
        if going:
            st.button("Stop", key="race_stop", on_click=stop)
        elif training.ended:
            another = (start.seed + 1) % (MOST_SEED + 1)
            st.button("New seed", key="race_start", on_click=_seed, args=(another,))
        else:
            st.button("Go on", key="race_start", on_click=go_on)
        st.button(
            "Recorded", key="three_cells_recorded", on_click=bar.to_live, args=(RACE.default,)
        )
        st.progress(done, text=plain(words), width=PROGRESS_WIDTH)
    return words


def _seed(seed: int) -> None:
    scene_state.change(KEY, **{SEED.name: seed})
