"""The screen of "Read along": what is read, which units are looked at, what is held, and the link.

Every change of the screen goes through a function here.  The place in the text is the browser's:
Python says another only where it takes the reader there.
"""

from __future__ import annotations

import streamlit as st

from lstm_viz.inputs.characters import left_out, without_unseen
from lstm_viz.player.contract import Place
from lstm_viz.reading.passages import PASSAGES
from lstm_viz.reading.read import LONGEST
from lstm_viz.reading.words.reading import replaced
from lstm_viz.scenes.read_along.controls.marks import inside, pushed
from lstm_viz.scenes.read_along.controls.params import Spans
from lstm_viz.scenes.read_along.controls.settings import CELL_STAGES, KEY, first_units, params
from lstm_viz.scenes.read_along.record import network, reading
from lstm_viz.ui import scene_state
from lstm_viz.ui.params import Value
from lstm_viz.ui.scene_state import SceneScreen

_LOOKS = f"{KEY}_looks"
WRITING = f"{KEY}_writing"
"""In the session: what the network was asked to write on, until that is kept or put away."""


# ---- what is on the screen ---------------------------------------------------------------------


def open_screen() -> SceneScreen:
    """The screen of this session, its place inside its text."""
    came = scene_state.arrives(KEY)
    scene_state.follow(
        KEY,
        params(),
        steps=LONGEST,
        stages=CELL_STAGES,
        units=network().model.hidden_size,
        unit=first_units().unit,
    )
    _leave_out_unseen()
    screen = scene_state.current(KEY)
    if came or in_cell(screen):
        put_away()  # a text that is shown anew would be written on once more
    length = len(reading(text_of(screen)))
    possible = {  # a link may say otherwise
        "others": tuple(unit for unit in screen["others"] if unit != screen.unit),
        "marks": inside(screen["marks"], length),
    }
    scene_state.correct(KEY, values={**screen.values, **possible})
    return scene_state.within(KEY, {"t": (length, "character")})


def _leave_out_unseen() -> None:
    """A link's text may have characters that are not seen; one that is typed here has none."""
    screen = scene_state.current(KEY)
    text = str(screen["text"] or "")
    if said := left_out(text):
        scene_state.correct(KEY, *said, values={**screen.values, "text": without_unseen(text)})


def text_of(screen: SceneScreen) -> str:
    own = screen["text"]
    return PASSAGES[screen["passage"]].text if own is None else str(own)


def in_cell(screen: SceneScreen) -> bool:
    """The cell is shown in place of the text; an empty text has no step to show."""
    return screen["level"] == "cell" and bool(text_of(screen))


def units_of(screen: SceneScreen) -> tuple[int, ...]:
    """The chosen unit, then the others."""
    return (screen.unit, *screen["others"])


def query(screen: SceneScreen) -> tuple[str, str]:
    """(the link without the place, which the browser adds; why it leaves the text out, if so)."""
    asked, why = scene_state.link(screen, params())
    unit = f"unit={screen.unit + 1}"  # always: in another network another may be chosen at first
    return f"{asked}&{unit}" if asked else unit, why


def outside(screen: SceneScreen) -> tuple[object, ...]:
    """What is shown round the text and its panel: if it changes, the whole page has to."""
    shown = ("passage", "paint", "others", "hold", "level")
    own = screen["text"] is not None
    return (
        *(own, screen.unit, *(screen[name] for name in shown)),
        text_of(screen) if screen["hold"] else None,  # what holding costs is said above it
        replaced(reading(text_of(screen))),
        *(scene_state.notes(KEY), query(screen)[1]),
    )


def place(screen: SceneScreen) -> Place:
    """Where the reader is; a new id takes them there."""
    return scene_state.sent(KEY, screen)


# ---- what changes it ---------------------------------------------------------------------------


def change(**values: Value) -> None:
    scene_state.change(KEY, **values)


def moved(t: int) -> None:
    """The reader is at character ``t``; before the first there is none yet."""
    screen = scene_state.current(KEY)
    scene_state.moved(KEY, {"t": max(t, 0), "stage": screen.stage, "unit": screen.unit})


def go(t: int, **values: Value) -> None:
    """Take the reader to a character."""
    change(**values)
    scene_state.jump(KEY, t=max(t, 0), stage=0, unit=scene_state.current(KEY).unit)
    look()


def look() -> None:
    """Something happens in the text: have the reader see it, wherever they scrolled to."""
    st.session_state[_LOOKS] = looks() + 1


def looks() -> int:
    return int(st.session_state.get(_LOOKS, 0))


def typed(text: str, t: int) -> None:
    """The reader typed: marks go along with the letters they are on."""
    text = without_unseen(text)
    screen = scene_state.current(KEY)
    before = text_of(screen)
    own = None if text == PASSAGES[screen["passage"]].text else text
    marks: Spans = screen["marks"]
    if marks:
        marks = pushed(marks, reading(before).text, reading(text).text)
    change(text=own, marks=marks)
    if own is not None:
        st.session_state[f"{KEY}_own"] = own
    moved(min(t, len(reading(text)) - 1))


def put_away() -> None:
    """What was written on is kept, or not wanted."""
    st.session_state[WRITING] = None


def own_text() -> str:
    """What the reader typed last, to come back to after a passage."""
    return str(st.session_state.get(f"{KEY}_own", ""))


def picked(passage: str | None) -> None:
    """A passage to read, or, None, the reader's own text."""
    if passage is None:
        go(0, text=own_text(), marks=())
    else:
        go(0, text=None, passage=passage, marks=())


def choose(unit: int, **values: Value) -> None:
    """Look at another unit; if it was one of the others, they change places."""
    screen = scene_state.current(KEY)
    others = tuple(screen.unit if other == unit else other for other in screen["others"])
    scene_state.moved(KEY, {"t": screen.t, "stage": screen.stage, "unit": unit})
    change(others=others, **values)
