"""What stands round the text of "Read along": the heading, the passage, the network."""

from __future__ import annotations

import streamlit as st

from lstm_viz.reading.effect import Effect
from lstm_viz.reading.passages import PASSAGES
from lstm_viz.reading.record import Reading
from lstm_viz.reading.words.reading import passage as passage_sentences
from lstm_viz.reading.words.reading import replaced
from lstm_viz.scenes.read_along.controls import state
from lstm_viz.scenes.read_along.controls.settings import KEY, PAGE
from lstm_viz.scenes.read_along.record import ReadingNetwork, emptied, reading
from lstm_viz.scenes.read_along.words import (
    ENDING,
    cell_opening,
    forgetting,
    held_sentence,
    network_sentences,
    opening,
)
from lstm_viz.ui import keeping, lesson_page, scene_state
from lstm_viz.ui.assets import asset
from lstm_viz.ui.navigation import page_of
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen


def heading(screen: SceneScreen, network: ReadingNetwork, effect: Effect | None) -> None:
    """The title, and beside it what the page does or, while gates are held, what that does."""
    size = network.model.hidden_size
    if effect is not None and len(effect.before):
        words = plain(held_sentence(effect))
    elif state.in_cell(screen):
        words = cell_opening(size, len(state.units_of(screen)))
    else:
        read = reading(state.text_of(screen))
        own = screen["text"] is not None  # who types has this part left alone
        forgets = None if own else emptied(read, screen.unit)
        words = forgetting(forgets) if forgets else opening(size, plain(replaced(read)))
    st.html(f"<style>{asset(__package__, 'read_along.css')}</style>")
    lesson_page.heading(page_of(PAGE).title, words)
    why = state.query(screen)[1]
    notes = (*scene_state.notes(KEY), f"{why} {keeping.said()}" if why else "")
    if warning := " ".join(note for note in notes if note):
        st.warning(plain(warning))


def passage(screen: SceneScreen, read: Reading) -> None:
    """What to look at in a passage, and how well the network did on it."""
    own = screen["text"] is not None
    hint = "" if own else f"*{plain(PASSAGES[screen['passage']].shows)}* "
    source = "" if own else f" Source: {plain(PASSAGES[screen['passage']].source)}."
    with st.container(key=f"{KEY}_told"):
        st.markdown(f"{hint}{plain(passage_sentences(read))}{source}")


def about(network: ReadingNetwork) -> None:
    """How the network was made, and how well it does beside what only counts characters."""
    with st.expander("About this network"):
        st.markdown("\n\n".join(plain(words) for words in network_sentences(network.metadata)))
    lesson_page.remember(ENDING)
