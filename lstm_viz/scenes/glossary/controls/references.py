"""The references of the lesson, its papers and its claims, as text."""

from __future__ import annotations

import streamlit as st

from lstm_viz.lesson.glossary import linked
from lstm_viz.lesson.published import RESULTS, RESULTS_HEAD, RESULTS_NOTE
from lstm_viz.scenes.glossary.words import (
    LESSON,
    PAPERS,
    VERDICTS,
    Reference,
)
from lstm_viz.ui.navigation import page_of


def show() -> None:
    """The verdicts come last: the statements to judge, above, are of the same kind."""
    st.header("References of the lesson", anchor="references")
    st.markdown(_listed(LESSON))
    st.header("The papers behind it", anchor="papers")
    st.markdown(_listed(PAPERS))
    with st.expander("The results of the comparison"):
        rows = (RESULTS_HEAD, ("---", "--:", "--:", "--:"), *RESULTS)
        st.markdown("\n".join(f"| {' | '.join(row)} |" for row in rows))
        st.markdown(RESULTS_NOTE)
    st.header("What the lesson says, and what is so", anchor="claims")
    for verdict in VERDICTS:
        st.markdown(linked(f"“{verdict.claim}” **{verdict.verdict}.** {verdict.so}"))
        if verdict.scene:
            page = page_of(verdict.scene)
            st.page_link(page.file, label=f"→ {page.title}")


def _listed(references: tuple[Reference, ...]) -> str:
    return "\n".join(
        linked(f"- [{one.title}]({one.url}), {one.by}. {one.note}") for one in references
    )
