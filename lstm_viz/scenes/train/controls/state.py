"""What of "Train one yourself" is under way: the training of this reader, begun, stopped, found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from time import monotonic

import streamlit as st

from lstm_viz.scenes.train.controls import cell
from lstm_viz.scenes.train.controls.before import remember
from lstm_viz.scenes.train.controls.kept import TRAININGS
from lstm_viz.scenes.train.controls.params import KEY, settings_of, sizes_of, values_of
from lstm_viz.scenes.train.record.settings import Settings
from lstm_viz.scenes.train.record.training import ShownNetwork, Training
from lstm_viz.scenes.train.record.training_record import TrainingRecord
from lstm_viz.tasks import TASKS
from lstm_viz.ui import scene_state
from lstm_viz.ui.scene_state import SceneScreen

AWAY = 3.0
"""Seconds from one slice to the next, more than it takes to show one: nobody was here meanwhile."""


@dataclass(frozen=True)
class OngoingTraining:
    """The training that this session asks for slices of, and where it was when it began to."""

    ticket: str
    step: int
    since: float
    """Seconds, of the clock that only runs forwards, without those that the reader was away."""
    had: float | None = None
    """When the last slice was over; None before the first."""
    in_line: int = 0
    """Its place in line, as long as it waits for others; 0 while it trains."""

    def back(self) -> OngoingTraining:
        """The same before its next slice: the time since the last one, if the reader was away."""
        away = 0.0 if self.had is None else monotonic() - self.had
        return replace(self, since=self.since + away) if away > AWAY else self

    def seconds_left(self, record: TrainingRecord) -> float | None:
        """Until all steps are done, at the pace that the reader sees; None before the first."""
        done = record.step - self.step
        if done <= 0:
            return None
        return (monotonic() - self.since) / done * (record.settings.steps - record.step)


def set_to(settings: Settings) -> None:
    """Set everything; a training under way is left to itself."""
    stop()
    scene_state.restart(KEY, **values_of(settings))


def ask_for(view: str, place: tuple[int, int, int] | None = None) -> None:
    """The reader chose to look at something else; in the cell at ``place``: checkpoint, step, unit.

    The place that they chose it at may be told in the same run, and after this: nothing is done
    with it before both are known.
    """
    st.session_state.train_asked = view, place


def ask_to_train() -> None:
    """The reader pressed it; what they had just typed may be told in the same run, and after it."""
    st.session_state.train_start_asked = True


def train_as_asked() -> None:
    """Train what is set by now."""
    if st.session_state.pop("train_start_asked", False):
        start()


def look_as_asked() -> None:
    """Go into the cell of the checkpoint that is on screen, or back to the same checkpoint."""
    screen = scene_state.current(KEY)
    view, place = st.session_state.pop("train_asked", (screen["view"], None))
    if view == screen["view"]:
        return
    now, _ = shown_network(screen)
    if view == "cell":
        k, t, unit = place or (screen.t, 0, 0)
        k = min(k, len(now.record.checkpoints) - 1)
        scene_state.change(KEY, view=view, checkpoint=k)
        t, unit = min(t, len(now.record.tokens) - 1), min(unit, now.model.hidden_size - 1)
        if place is not None:
            cell.choose(unit)
        scene_state.jump(KEY, t=t, stage=0, unit=unit)
        return
    k = checkpoint_of(now, screen)
    scene_state.change(KEY, view=view, checkpoint=_named(now, k))
    scene_state.jump(KEY, t=k, stage=0)


def rests(now: ShownNetwork, at: Mapping[str, int]) -> None:
    """The reader rests at another checkpoint."""
    if not scene_state.out_of_date(KEY, at):
        scene_state.moved(KEY, at)
        scene_state.change(KEY, checkpoint=_named(now, at["t"]))


def stand(now: ShownNetwork) -> SceneScreen:
    """The screen at a checkpoint that there is: the newest, unless a place was named."""
    screen = scene_state.current(KEY)
    k = min(screen.t or checkpoint_of(now, screen), len(now.record.checkpoints) - 1)
    if screen["checkpoint"] != _named(now, k):
        scene_state.change(KEY, checkpoint=_named(now, k))
    if screen.t != k:
        scene_state.jump(KEY, t=k, stage=0)
    return scene_state.current(KEY)


def _named(now: ShownNetwork, k: int) -> int | None:
    """What a link has to say beside the place for it to be found again, see ``CHECKPOINT``."""
    return 0 if k == 0 and len(now.record.checkpoints) > 1 else None


def checkpoint_of(now: ShownNetwork, screen: SceneScreen) -> int:
    """Which checkpoint (from 0) is named; the newest if none is."""
    last = len(now.record.checkpoints) - 1
    asked = screen["checkpoint"]
    return last if asked is None else min(int(asked), last)


def shown_network(screen: SceneScreen) -> tuple[ShownNetwork, str]:
    """The training of the ticket, or the network of these settings before any training; a note on
    what of a link cannot be had."""
    if screen["run"] is not None:
        kept = TRAININGS.find(screen["run"])
        if kept is not None:
            return kept, ""
        scene_state.change(KEY, run=None)
        note = (
            "The link names a network that is no longer kept here. Its settings are set: a network "
            "that was trained here comes out the same with Train."
        )
        return _untrained(settings_of(screen)), note
    return _untrained(settings_of(screen)), ""


def fit(now: ShownNetwork, note: str) -> None:
    """Correct what of a link this network does not have; ``note`` is what was said of it so far,
    which is said again if the page has to run again."""
    before = scene_state.notes(KEY)
    _fit(now)
    if note and scene_state.notes(KEY) != before:
        scene_state.correct(KEY, note)


def _fit(now: ShownNetwork) -> None:
    _fit_size(scene_state.current(KEY))
    screen, checkpoints = scene_state.current(KEY), now.record.checkpoints
    asked = screen["checkpoint"]
    if asked is not None and asked >= len(checkpoints):
        there = f"there {'is' if len(checkpoints) == 1 else 'are'} {len(checkpoints)}"
        said = f"The link says checkpoint={asked + 1}; {there}, so it opens at the last."
        scene_state.correct(KEY, said, values={**screen.values, "checkpoint": None})
    sizes = {"t": (len(checkpoints), "checkpoint"), "stage": (1, "stage")}
    in_cell = {"t": (len(checkpoints[0].trace), "step")}
    scene_state.within(KEY, in_cell if screen["view"] == "cell" else sizes)


def _fit_size(screen: SceneScreen) -> None:
    """Set a size to what the task can have."""
    asked, size = int(screen["size"]), settings_of(screen).size
    if asked == size:
        return
    low, high = sizes_of(screen["task"])
    expected = f"expected a {TASKS[screen['task']].size_name} from {low} to {high}"
    said = f"The link says size={asked}; {expected}, so it is {size}."
    scene_state.correct(KEY, said, values={**screen.values, "size": size})


@st.cache_resource(show_spinner=False, max_entries=30)
def _untrained(settings: Settings) -> Training:
    """Never trained on: it is shown to everybody with these settings."""
    return Training(settings)


def under_way() -> OngoingTraining | None:
    """The training that goes on in this session, if one does."""
    found = st.session_state.get("train_under_way")
    ticket = scene_state.current(KEY)["run"]
    return found if isinstance(found, OngoingTraining) and found.ticket == ticket else None


def trains_elsewhere() -> bool:
    """Another session asks for slices of what is shown here, or did so until a moment ago."""
    ticket = scene_state.current(KEY)["run"]
    return ticket is not None and under_way() is None and TRAININGS.trains(ticket)


def start() -> None:
    """Train what is set, or go on with what was stopped."""
    screen = scene_state.current(KEY)
    kept = TRAININGS.find(screen["run"]) if screen["run"] is not None else None
    if kept is None:
        kept = Training(settings_of(screen))
        scene_state.change(KEY, run=TRAININGS.keep(kept))
    scene_state.change(KEY, view="training", checkpoint=None)
    scene_state.jump(KEY, t=0, stage=0)  # while it trains there is one frame, the newest
    ticket = scene_state.current(KEY)["run"]
    st.session_state.train_under_way = OngoingTraining(ticket, kept.record.step, monotonic())


def one_slice() -> str:
    """Train on for a moment; a sentence if that could not be had."""
    ticket = scene_state.current(KEY)["run"]
    going = under_way()
    if going:
        going = st.session_state.train_under_way = going.back()
    place = 0
    try:
        place = TRAININGS.go_on(ticket)
    except KeyError:
        stop()
        return "This training is no longer kept here; Train begins it anew."
    except ValueError:  # the record says what it came to
        pass
    kept = TRAININGS.find(ticket)
    if kept is None or kept.ended:
        stop()
    elif going:
        # Before it begins, the time goes to others.
        since = monotonic() if place else going.since
        now = replace(going, since=since, had=monotonic(), in_line=place)
        st.session_state.train_under_way = now
    return ""


def stop() -> None:
    """Leave it as it is, to be looked at."""
    screen = scene_state.current(KEY)
    went_on = under_way() is not None
    st.session_state.train_under_way = None
    if screen["run"] is None or not went_on:
        return
    TRAININGS.rest(screen["run"])
    kept = TRAININGS.find(screen["run"])
    if kept is None:
        return
    remember(screen["run"], kept)
    scene_state.jump(KEY, t=len(kept.record.checkpoints) - 1, stage=0)
