"""The training of what is set: begun, gone on with a slice at a time, stopped, found again.

It depends on the settings alone, so all who ask for the same ones on a server share it.
"""

from __future__ import annotations

from hashlib import sha256

import streamlit as st

from lstm_viz.scenes.forecast.controls.params import (
    COLUMN,
    DRAWN_POINTS,
    INPUTS,
    KEY,
    SHOWN,
    TRAINED,
    VIEW,
    points_of,
)
from lstm_viz.scenes.forecast.record.forecast import Forecast, forecast
from lstm_viz.scenes.forecast.record.shown import KINDS, Kind, Shown
from lstm_viz.scenes.forecast.record.training import STEPS, OneTraining, Settings, Training
from lstm_viz.ui import scene_state
from lstm_viz.ui.params import Value
from lstm_viz.ui.scene_state import SceneScreen
from lstm_viz.ui.trainings import Trainings, in_line

RUNS: Trainings[Training] = Trainings()
"""Those of this server, by what is set."""
GOING, STOPPED = "forecast_going", "forecast_stopped"
WAITED = "forecast_waited"
"""The reader asked for a place that was not there yet, and is taken there once it is."""
CLEARED = "forecast_cleared"
"""The points of the drawing that was taken away last: the reader can have it back."""
GONE = "This training is no longer kept here; Train begins it anew."


def ticket_of(settings: Settings) -> str:
    """The same for the same numbers and labels."""
    return sha256(repr(settings).encode("utf-8", "surrogatepass")).hexdigest()[:24]


def training_of(settings: Settings) -> Training | None:
    return RUNS.find(ticket_of(settings))


def is_done(training: Training | None, *, both: bool) -> bool:
    """Whether all that was asked for is trained."""
    return training is not None and training.scaled.ended and (training.as_it_is.ended or not both)


def under_way(settings: Settings) -> bool:
    """Whether this session asks for slices of it."""
    return bool(st.session_state.get(GOING) == ticket_of(settings))


def wants_both(screen: SceneScreen) -> bool:
    return bool(screen[INPUTS.name] == "both")


def as_asked(settings: Settings, screen: SceneScreen) -> None:
    """Begin, or go on with, what the screen asks for; leave what it does not ask for any more."""
    ticket, going = ticket_of(settings), st.session_state.get(GOING)
    if going is not None and going != ticket:
        st.session_state[GOING] = None
        RUNS.rest(going)
    if screen[TRAINED.name] == "no" or st.session_state.get(STOPPED) == ticket:
        return
    training = RUNS.find(ticket)
    if training is None:
        training = Training(settings)
        RUNS.keep(training, ticket)
    if wants_both(screen):
        training.wants_both = True
    if not is_done(training, both=wants_both(screen)):
        st.session_state[GOING] = ticket


def start() -> None:
    """The reader wants it trained."""
    st.session_state[STOPPED] = None
    scene_state.change(KEY, **{TRAINED.name: "yes"})


def stop() -> None:
    """Leave it as it is until the reader goes on."""
    going = st.session_state.get(GOING)
    if going is not None:
        st.session_state[STOPPED], st.session_state[GOING] = going, None
        RUNS.rest(going)


def one_slice(settings: Settings, screen: SceneScreen) -> tuple[int, str]:
    """Train on for a moment: the place in line if others come first (0: none), and a sentence if
    it could not be had."""
    ticket = ticket_of(settings)
    try:
        place = RUNS.go_on(ticket)
    except KeyError:
        st.session_state[GOING] = None
        scene_state.change(KEY, **{TRAINED.name: "no"})
        return 0, GONE
    except ValueError as diverged:
        st.session_state[GOING], st.session_state[STOPPED] = None, ticket
        return 0, str(diverged)
    if is_done(RUNS.find(ticket), both=wants_both(screen)):
        st.session_state[GOING] = None
    return place, ""


def progress(
    training: Training | None, *, going: bool, place: int, both: bool
) -> tuple[float, str]:
    """How far it is, as a share and in words; ``place`` is that in line."""
    if training is None or not training.step:
        return 0.0, in_line(place) if going and place else f"Not trained yet: {STEPS} steps."
    done = training.step / training.steps
    if is_done(training, both=both):
        return 1.0, f"Trained: {STEPS} steps{', twice' if both else ''}."
    if going and place:
        return done, in_line(place)
    one: OneTraining = training.as_it_is if training.scaled.ended else training.scaled
    which = "Numbers as they are: step" if one is training.as_it_is else "Step"
    words = f"{which} {one.step} of {STEPS}"
    return min(done, 1.0), words if going else f"{words}, stopped."


def shown_of(screen: SceneScreen, settings: Settings) -> Shown:
    """What the picture is of."""
    drawn, training = points_of(screen, settings.series), training_of(settings)
    if screen[SHOWN.name] == "no" or not is_done(training, both=False):
        return Shown(settings.series, drawn)
    return ended(settings, drawn, both=wants_both(screen) and is_done(training, both=True))


def ended(settings: Settings, drawn: tuple[float, ...], *, both: bool) -> Shown:
    """What came of a training that is over."""
    ticket = ticket_of(settings)
    raw = _forecast(ticket, False) if both else None
    return Shown(settings.series, drawn, _forecast(ticket, True), raw)


@st.cache_resource(show_spinner=False, max_entries=30)
def _forecast(ticket: str, scaled: bool) -> Forecast:
    """Of a training that is over: the same for all who look at it."""
    training = RUNS.find(ticket)
    assert training is not None
    return forecast(training.scaled if scaled else training.as_it_is)


# ---- what the reader does ----------------------------------------------------------------------


def anew(**values: Value) -> None:
    """Another series: nothing is drawn, trained or shown of it yet."""
    st.session_state[STOPPED] = None
    st.session_state.pop(CLEARED, None)
    kept: dict[str, Value] = {
        DRAWN_POINTS.name: (),
        SHOWN.name: "no",
        TRAINED.name: "no",
        VIEW.name: "picture",
    }
    kept |= {INPUTS.name: "scaled", COLUMN.name: None}
    scene_state.restart(KEY, **{**kept, **values})


def draw_again() -> None:
    """Hide the end, and take the drawing away."""
    clear()
    scene_state.restart(KEY, **{SHOWN.name: "no", VIEW.name: "picture"})


def clear() -> None:
    if points := scene_state.current(KEY)[DRAWN_POINTS.name]:
        st.session_state[CLEARED] = points
    scene_state.change(KEY, **{DRAWN_POINTS.name: ()})


def can_come_back(screen: SceneScreen) -> bool:
    """Whether a drawing was taken away, and no other one begun."""
    return CLEARED in st.session_state and not screen[DRAWN_POINTS.name]


def bring_back() -> None:
    scene_state.change(KEY, **{DRAWN_POINTS.name: st.session_state.pop(CLEARED)})


def show() -> None:
    """The reader wants to see what came; first it is trained, if it is not yet."""
    start()
    scene_state.change(KEY, **{SHOWN.name: "yes", VIEW.name: "picture"})
    go_to("came")


def go_to(kind: Kind) -> None:
    """To a frame, as soon as there is one."""
    frame = (*KINDS, "unscaled").index(kind)
    scene_state.moved(KEY, {"t": frame, "stage": 0, "unit": 0})
    st.session_state[WAITED] = True


def scale_both(both: bool) -> None:
    """Train on the numbers as they are too, and see what comes of that; or leave it."""
    start()
    scene_state.change(KEY, **{INPUTS.name: "both" if both else "scaled"})
    if scene_state.current(KEY)[SHOWN.name] == "yes":
        scene_state.change(KEY, **{VIEW.name: "picture"})
        go_to("unscaled" if both else "one")


def waits(screen: SceneScreen, shown: Shown) -> bool:
    """The frame that is asked for is yet to be trained."""
    in_cell = shown.forecast is not None and screen[VIEW.name] != "picture"
    if screen[SHOWN.name] == "no" or in_cell:
        return False
    beyond = wants_both(screen) and shown.as_it_is is None and screen.t >= len(shown.kinds)
    return shown.forecast is None or beyond


def arrive(screen: SceneScreen, shown: Shown) -> None:
    """Take the reader to what they waited for."""
    if waits(screen, shown):
        st.session_state[WAITED] = True
    elif st.session_state.pop(WAITED, False):
        scene_state.jump(KEY, t=screen.t, stage=screen.stage, unit=screen.unit)
