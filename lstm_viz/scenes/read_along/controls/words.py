"""The words of "Read along" round its picture: what is read, by which network, what to take along.

All numbers come from the text's record and from the network's file.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from lstm_viz.notation import number
from lstm_viz.reading.effect import Effect
from lstm_viz.reading.passages import PASSAGES
from lstm_viz.reading.record import Reading
from lstm_viz.reading.words import reading as told
from lstm_viz.reading.words.effect import held
from lstm_viz.reading.words.phrases import capital
from lstm_viz.scenes.read_along.controls import state
from lstm_viz.scenes.read_along.controls.settings import KEY
from lstm_viz.scenes.read_along.record import Network, reading
from lstm_viz.ui import lesson_page, scene_state
from lstm_viz.ui.assets import asset
from lstm_viz.ui.navigation import title
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen

PAGE = "read-along"
ENDING = (
    "**To take along.** Nobody told these [[units|unit]] what to hold. What they hold is what "
    "helped to say the next character: where one is in a word, in a line, in a name. A few can be "
    "named, most cannot, and none is indispensable: silence any one of them, and the network reads "
    "on; for most that hardly changes anything, for what it knows is spread over many."
)


def heading(screen: SceneScreen, network: Network, effect: Effect | None) -> None:
    """The title, and beside it what the page does or, while gates are held, what that does."""
    size = network.model.hidden_size
    if effect is not None and len(effect.before):
        words = plain(_held(effect))
    elif state.in_cell(screen):
        drawn = len(state.units_of(screen))
        words = (
            f"The [[cell]] at one character, with this network’s own weights: {drawn} of its "
            f"[[units|unit]] as numbered strips, all {size} as small squares below them."
        )
    else:
        words = _opening(size, told.replaced(reading(state.text_of(screen))))
    st.html(f"<style>{asset(__package__, 'read_along.css')}</style>")
    lesson_page.heading(title(PAGE), words)
    notes = (*scene_state.notes(KEY), state.query(screen)[1])
    if said := " ".join(note for note in notes if note):
        st.warning(plain(said))


def _opening(size: int, replaced: str) -> str:
    """One line on a wide screen; what is below the picture is out of sight, so it is named."""
    shows = ": its [[surprise]], [[gates|gate]] and [[cell states|cell state]]"
    if replaced:
        shows = f", {plain(replaced)}, as it never saw those"
    return (
        f"A [[next-character network]] of {size} [[units|unit]] reads your text{shows}. "
        "Below: find a unit, hold a gate, let it write on."
    )


def _held(effect: Effect) -> str:
    before, after = number(effect.bits_before), number(effect.bits_after)
    surprise = f"{after} bits of surprise a character, {before} with nothing held"
    replaced = told.replaced(effect.before)
    also = f" It reads {replaced}." if replaced else ""
    return f"{capital(held(effect.holds))}: {surprise}.{also}"


def passage(screen: SceneScreen, read: Reading) -> None:
    """What to look at in a passage, and how well the network did on it."""
    own = screen["text"] is not None
    hint = "" if own else f"*{plain(PASSAGES[screen['passage']].shows)}* "
    source = "" if own else f" Source: {plain(PASSAGES[screen['passage']].source)}."
    with st.container(key=f"{KEY}_told"):
        st.markdown(f"{hint}{plain(told.passage(read))}{source}")


def about(network: Network) -> None:
    """How the network was made, and how well it does beside what only counts characters."""
    with st.expander("About this network"):
        st.markdown("\n\n".join(sentences(network.about)))
    lesson_page.remember(ENDING)


def sentences(about: Mapping[str, str]) -> tuple[str, ...]:
    """What a network's file says of itself, as far as it says it."""
    found = []
    if "data" in about:
        licence = f" ({about['licence']})" if "licence" in about else ""
        found.append(plain(f"Trained on: {about['data']}{licence}."))
    if "score" in about:
        others = ", ".join(
            f"{number(float(about[name]))} for a {words}"
            for name, words in BASELINES.items()
            if name in about
        )
        beside = f" On the same text it is {others}." if others else ""
        unread = f" ({about['held_out']})" if "held_out" in about else ""
        found.append(
            plain(
                f"On plays it never read{unread} it needs {number(float(about['score']))} bits a "
                f"character.{beside}"
            )
        )
    made = [
        f"{words} {about[name]}"
        for name, words in (("steps", "training steps:"), ("seed", "seed:"), ("made_by", "made by"))
        if name in about
    ]
    if made:
        found.append(plain(f"{'; '.join(made)}.".capitalize()))
    return tuple(found)


BASELINES = {
    "unigram_bits": "unigram model, which only counts characters",
    "bigram_bits": "bigram model, which looks at one before",
    "trigram_bits": "trigram model, which looks at two",
}
