"""Find a unit: which one follows a pattern in the text, by a rule or by what the reader marked."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from lstm_viz.lesson.glossary import linked
from lstm_viz.notation import number
from lstm_viz.reading import elsewhere, rivals
from lstm_viz.reading.elsewhere import OtherPassage
from lstm_viz.reading.find import WEAKLY, WELL, RankedUnit, SearchResult, find
from lstm_viz.reading.passages import PASSAGES
from lstm_viz.reading.record import Reading
from lstm_viz.reading.rules import RULES, by_example
from lstm_viz.reading.words.search import elsewhere_sentence, rival_sentence, search_sentence
from lstm_viz.scenes.read_along.controls import state
from lstm_viz.scenes.read_along.controls.settings import KEY, MARKED, RULE
from lstm_viz.scenes.read_along.record import reading
from lstm_viz.ui import widgets
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen

RANKS = 5


@dataclass(frozen=True)
class SearchAnswer:
    """What the search says; ``found`` is None if there is nothing to search for."""

    says: str
    found: SearchResult | None = None


def answer(screen: SceneScreen, read: Reading) -> SearchAnswer:
    """The units whose c follows the pattern that is asked for."""
    rule = screen["rule"]
    if rule == MARKED:
        if not screen["marks"]:
            return SearchAnswer(
                "Nothing is marked yet: select a stretch of the text and press “Mark the "
                "selection”; mark some more like it, and leave out what is unlike it."
            )
        pattern, called = by_example(screen["marks"], len(read)), "what you marked"
    else:
        pattern, called = RULES[rule].of(read.text), RULES[rule].title
    try:
        found = find(read.trace.c, pattern, called)
    except ValueError as problem:  # the pattern is the same all over
        return SearchAnswer(str(problem))
    other = rival_sentence(found, rivals.rival(found, read.trace.c, read.text))
    checked = "" if rule == MARKED else elsewhere_sentence(found, _elsewhere(found, rule, screen))
    return SearchAnswer(" ".join(filter(None, (search_sentence(found), other, checked))), found)


def _elsewhere(found: SearchResult, rule: str, screen: SceneScreen) -> tuple[OtherPassage, ...]:
    here = state.text_of(screen)
    others = {p.title: reading(p.text) for p in PASSAGES.values() if p.text != here}
    return elsewhere.elsewhere(found.best, RULES[rule], others)


def panel(screen: SceneScreen, read: Reading) -> None:
    choice, ranked = st.columns([3, 9], gap="medium")
    with choice:
        widgets.dropdown(
            KEY, screen, RULE, "A unit that follows",
            lambda id: RULES[id].title if id != MARKED else "what I marked", take=_chosen,
        )  # fmt: skip
    answered = answer(screen, read)
    with ranked:
        st.markdown(plain(answered.says))
        if answered.found is not None:
            with st.container(key=f"{KEY}_ranks", horizontal=True):
                for n, rank in enumerate(answered.found.ranked(RANKS)):
                    shown = rank.unit == screen.unit and screen["paint"] == "c"
                    st.button(
                        in_words(rank),
                        key=f"{KEY}_rank_{n}",
                        type="primary" if shown else "secondary",
                        on_click=paint,
                        args=(rank.unit,),
                        help="paint this unit’s cell state on the text",
                    )
            st.markdown(linked(footnote(answered.found, screen)))


def footnote(found: SearchResult, screen: SceneScreen) -> str:
    """What the numbers mean, of those that are shown, and where the unit is to be seen."""
    words = (
        f"r is the [[correlation]] of the unit’s [[cell state]] with the pattern: from "
        f"{number(WELL)}, with whichever sign, a unit follows well, from {number(WEAKLY)} weakly."
    )
    if found.auc is not None:
        words += (
            " [[AUC]] is how well it tells the places apart, in the direction in which it follows: "
            f"{number(0.5)} is guessing, {number(1)} never wrong."
        )
    if screen["paint"] == "c":
        words += f" The letters above are painted with unit {screen.unit + 1}’s cell state."
    return words


def in_words(rank: RankedUnit) -> str:
    """``unit 55 · r = −0.76 · AUC 0.93``."""
    words = f"unit {rank.unit + 1} · r = {number(rank.r, sign=True)}"
    return words if rank.auc is None else f"{words} · AUC {number(rank.auc)}"


def paint(unit: int) -> None:
    """Show this unit's cell state on the text; the answer that is being read stays in sight."""
    state.choose(unit, paint="c")


def paint_if_well() -> None:
    """A unit that follows what is asked for well is shown without being asked for."""
    screen = state.open_screen()
    found = answer(screen, reading(state.text_of(screen), screen["hold"])).found
    if found is not None and found.verdict == "well":
        paint(found.best)


def _chosen(rule: str) -> None:
    state.change(rule=rule)
    paint_if_well()
