"""True or false? A statement, the reader's answer, then what is so. Answers stay in the session."""

from __future__ import annotations

import streamlit as st

from lstm_viz.scenes.glossary.questions import STATEMENTS
from lstm_viz.ui.navigation import page_of

TRUE, FALSE = "True", "False"


@st.fragment
def show() -> None:
    """One statement at a time; the first answer counts."""
    at = st.session_state.setdefault("true_or_false_at", 0)
    answers: dict[str, str] = st.session_state.setdefault("true_or_false", {})
    statement = STATEMENTS[at]
    right = TRUE if statement.so else FALSE
    with st.container(key="true_or_false"):
        st.markdown(f"“{statement.text}”")
        key = f"true_or_false_{statement.id}"
        st.session_state[key] = answers.get(statement.id)
        st.segmented_control(
            "True or false?",
            (TRUE, FALSE),
            key=key,
            label_visibility="collapsed",
            on_change=_answer,
            args=(statement.id,),
        )
        given = answers.get(statement.id)
        if given:
            word = "Right" if given == right else "No"
            st.markdown(f"**{word}: it is {right.lower()}.** {statement.because}")
            page = page_of(statement.scene)
            st.page_link(page.file, label=f"→ {page.title}")
        with st.container(key="true_or_false_way", horizontal=True, vertical_alignment="center"):
            st.button("Next statement", on_click=_next)
            st.markdown(f"{at + 1} of {len(STATEMENTS)}")  # a caption is too pale to read


def _answer(id: str) -> None:
    chosen = st.session_state[f"true_or_false_{id}"]
    if chosen:
        st.session_state.true_or_false.setdefault(id, chosen)


def _next() -> None:
    st.session_state.true_or_false_at = (st.session_state.true_or_false_at + 1) % len(STATEMENTS)
