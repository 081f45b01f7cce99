"""The screen of a scene: where the reader is, and what they set. Opened from a link once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import urlencode

import streamlit as st

from lstm_viz.notation import clipped, counted
from lstm_viz.player import settings
from lstm_viz.player.contract import Place, PlayerSettings
from lstm_viz.ui import coming_back, keeping
from lstm_viz.ui.navigation import PAGES
from lstm_viz.ui.packing import PLAIN_TEXT
from lstm_viz.ui.params import Number, Param, ParamOf, Pick, Value, read

LONGEST_LINK = 16_000
"""In characters: longer links may be cut off on their way."""
_OTHERS = re.compile("ask|embed|embed_options|utm_[a-z]+|[a-z]+clid")
"""Names in an address that are the player's or Streamlit's own, or say where a reader came from."""
_PARAMS = "link_params"
"""In the session: (page, params) of the link that was made last."""
REFUSED = "number_refused"
"""In the session: (key, sentence) of the number field whose entry was refused last, until the
reader sets something."""


@dataclass(frozen=True)
class SceneScreen:
    """``t``, ``stage`` and ``unit`` from 0; ``values`` are the scene's own params by name."""

    t: int = 0
    stage: int = 0
    unit: int = 0
    values: Mapping[str, Value] = field(default_factory=dict)

    def __getitem__(self, name: str) -> Any:
        return self.values[name]


# ---- link → screen -----------------------------------------------------------------------------


def from_query(
    query: Mapping[str, str],
    params: Sequence[ParamOf] = (),
    *,
    steps: int,
    stages: int,
    units: int = 1,
    unit: int = 0,
    bare: SceneScreen | None = None,
) -> tuple[SceneScreen, tuple[str, ...]]:
    """The screen a link shows, and a note for each value of it that is not usable.

    ``unit`` is the one that is chosen unless the link says another; ``bare``, if any, is the
    screen where an address says nothing at all.
    """
    if bare is not None and all(map(_OTHERS.fullmatch, query)):
        return replace(bare, unit=unit), ()
    sizes = {"t": (steps, 0, "step"), "stage": (stages, 0, "stage"), "unit": (units, unit, "unit")}
    places = [
        Number(name, 1, most, first, whole=True, from_one=True, noun=noun)
        for name, (most, first, noun) in sizes.items()
    ]
    values: dict[str, Any] = {}
    notes = list(_unknown(query, (*places, *params)))
    for param in _each((*places, *params), values):
        values[param.name] = param.default
        if param.name in query:
            values[param.name], note = read(param, query[param.name])
            notes += [note] if note else []
    at = {name: values.pop(name) for name in sizes}
    return SceneScreen(**at, values=values), tuple(notes)


def _unknown(query: Mapping[str, str], params: Sequence[ParamOf]) -> Iterator[str]:
    """A note if a link has names that mean nothing here: they may be misspelt."""
    values: dict[str, Value] = {}
    for param in _each(params, values):
        values[param.name] = param.default
    unknown = [name for name in query if name not in values and not _OTHERS.fullmatch(name)]
    if unknown:
        first = f"{clipped(unknown[0])}={clipped(query[unknown[0]])}"
        more = f" and {len(unknown) - 1:,} more" if len(unknown) > 1 else ""
        yield (
            f"The link says {first}{more}; expected names among {', '.join(values)}, "
            "so it opens without."
        )


def _each(params: Sequence[ParamOf], values: Mapping[str, Value]) -> Iterator[Param]:
    """The params, one after the other: ``values`` are to hold those before, if one asks."""
    for param in params:
        yield param(values) if callable(param) else param


# ---- screen → link -----------------------------------------------------------------------------


def link(screen: SceneScreen, params: Sequence[ParamOf] = ()) -> tuple[str, str]:
    """(the link's part that says the params, why it leaves some out or nothing).

    The place is not in it: the player adds that.
    """
    asked, length = _asked(screen, params)
    left_out = left_out_of(screen, params)
    for name, text in left_out.items():
        asked[name] = keeping.name_of(text)
    why = (
        f"A link to this screen would have {length:,} characters, and one longer than "
        f"{LONGEST_LINK:,} may be cut off on its way, so the link leaves out "
        f"{' and '.join(f'the {name}' for name in left_out)}."
    )
    return urlencode(asked), why if left_out else ""


def left_out_of(screen: SceneScreen, params: Sequence[ParamOf] = ()) -> dict[str, str]:
    """What the link only names, by the params it is of, as the link would say it."""
    asked, _ = _asked(screen, params)
    left_out = {}
    for name in reversed([name for name, text in asked.items() if len(text) > PLAIN_TEXT]):
        if len(urlencode(asked)) > LONGEST_LINK:
            left_out[name] = asked.pop(name)
    return left_out


def _asked(screen: SceneScreen, params: Sequence[ParamOf]) -> tuple[dict[str, str], int]:
    """(all that a link would say, the length of that in it)."""
    asked = {
        param.name: param.write(screen[param.name])
        for param in _each(params, screen.values)
        if screen[param.name] != param.default or (isinstance(param, Pick) and param.always)
    }
    return asked, len(urlencode(asked))


def place(screen: SceneScreen) -> dict[str, int]:
    """The place as the link says it, as far as it is not the first."""
    at = {"t": screen.t, "stage": screen.stage, "unit": screen.unit}
    return {name: index + 1 for name, index in at.items() if index}


def sent(key: str, screen: SceneScreen) -> Place:
    """The place as the player is sent it; it goes there when the id is another one."""
    jumps = st.session_state.get(f"{key}_jumps", 0)
    return {"id": jumps, "t": screen.t, "stage": screen.stage, "unit": screen.unit}


def player_data(key: str, screen: SceneScreen, params: Sequence[ParamOf] = ()) -> PlayerSettings:
    """What the player needs to know of the session."""
    keep_with(key, params)
    return settings(
        sent(key, screen),
        query=link(screen, params)[0],
        page=next((page.address for page in PAGES if page.id == key), None),
        scene=key,
    )


def keep_with(key: str, params: Sequence[ParamOf]) -> None:
    """What the link of this page leaves out is kept in the browser from the next run on."""
    st.session_state[_PARAMS] = (key, params)


def left_out_now() -> dict[str, str]:
    """What the browser is to keep of the screen, by its name in the link."""
    key, params = st.session_state.get(_PARAMS, (None, ()))
    if key is None or _at(key) not in st.session_state:
        return {}
    kept = {keeping.name_of(text): text for text in left_out_of(current(key), params).values()}
    keeping.keep(kept)
    return kept


# ---- the screen in the session -----------------------------------------------------------------


def _at(key: str) -> str:
    return f"{key}_screen"


def arrives(key: str) -> bool:
    """The reader was on another page until now, or on none.

    The player writes the place into the address bar, and Streamlit reads the address at every run:
    a query that is not the one before is no link that somebody followed, unless they come from
    elsewhere.
    """
    return bool(st.session_state.get("page") != key)


def follow(
    key: str,
    params: Sequence[ParamOf] = (),
    *,
    steps: int,
    stages: int,
    units: int = 1,
    unit: int = 0,
    bare: SceneScreen | None = None,
) -> bool:
    """On coming to the page, open the screen that the link describes; whether one was opened.

    ``steps``, ``stages`` and ``units`` are the most there can be, whatever the params; ``unit`` is
    the one chosen at first, ``bare`` the screen where the address says nothing.
    """
    looked_for = keeping.found(key)
    query = keeping.filled(looked_for or coming_back.address())
    opens = (arrives(key) and bool(query)) or _at(key) not in st.session_state or bool(looked_for)
    asks = opens and keeping.look_for(key, query)
    query, lost = keeping.without_lost(query)
    if arrives(key):
        st.session_state.pop(REFUSED, None)
    st.session_state.page = key
    if opens:
        st.session_state[f"{key}_opened"] = True
        st.session_state[_at(key)], st.session_state[f"{key}_notes"] = from_query(
            query, params, steps=steps, stages=stages, units=units, unit=unit, bare=bare
        )
        st.session_state[f"{key}_jumps"] = st.session_state.get(f"{key}_jumps", -1) + 1
        if lost and not asks:
            correct(key, *lost)
    return opens


def current(key: str) -> SceneScreen:
    """The screen as it is now; it has been opened before."""
    screen = st.session_state[_at(key)]
    assert isinstance(screen, SceneScreen)
    return screen


def notes(key: str) -> tuple[str, ...]:
    """What of the link could not be used, until the reader sets something."""
    found: tuple[str, ...] = st.session_state.get(f"{key}_notes", ())
    return found


def correct(key: str, *said: str, **changes: Any) -> None:
    """Change what of the screen cannot be (fields of it), and say why."""
    st.session_state[_at(key)] = replace(current(key), **changes)
    st.session_state[f"{key}_notes"] = (*notes(key), *said)


def within(key: str, sizes: Mapping[str, tuple[int, str]]) -> SceneScreen:
    """The screen, its place inside what there is; a note if a link said a later one.

    ``sizes`` says how many there are of what: ``{"t": (7, "step")}``.
    """
    for name, (most, noun) in sizes.items():
        at, last = getattr(current(key), name), max(most, 1) - 1
        if at > last:
            there = f"there {'is' if most == 1 else 'are'} {counted(most, noun)}"
            note = f"The link says {name}={at + 1}; {there}, so it opens at the last."
            correct(key, note, **{name: last})
    return current(key)


def fit_link(key: str, fit: Callable[[], object]) -> None:
    """Have a link that was just opened corrected by what it shows.

    What that is, is known only when most of the page is there: where something has to be said of
    it, the page runs again, since the notes stand above.
    """
    if not st.session_state.get(f"{key}_opened"):
        return
    st.session_state[f"{key}_opened"] = False
    before = notes(key)
    fit()
    if notes(key) != before:
        st.session_state[f"{key}_jumps"] += 1
        st.rerun()


def rests(key: str, at: Mapping[str, Any]) -> None:
    """The player reports where the reader rests."""
    if not out_of_date(key, at):
        moved(key, at)


def out_of_date(key: str, at: Mapping[str, Any]) -> bool:
    """Whether a report is of before the last ``jump``: both may come in the same run."""
    return bool(at.get("id") != sent(key, current(key))["id"])


def moved(key: str, at: Mapping[str, int]) -> None:
    """The place becomes this one, without the player being sent there."""
    st.session_state[_at(key)] = replace(
        current(key), t=at["t"], stage=at["stage"], unit=at["unit"]
    )


def jump(key: str, *, t: int, stage: int, unit: int = 0) -> None:
    """Take the reader to another place."""
    moved(key, {"t": t, "stage": stage, "unit": unit})
    st.session_state[f"{key}_jumps"] += 1


def change(key: str, **values: Value) -> None:
    """The reader sets some of the params."""
    screen = current(key)
    st.session_state[_at(key)] = replace(screen, values={**screen.values, **values})
    st.session_state[f"{key}_notes"] = ()
    st.session_state.pop(REFUSED, None)


def restart(key: str, **values: Value) -> None:
    """The reader sets some of the params; what that shows begins at its first frame."""
    change(key, **values)
    jump(key, t=0, stage=0)
