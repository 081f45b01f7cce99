"""Is it so? A statement, the reader's answer, then what is so. Answers stay in the session."""

from __future__ import annotations

import streamlit as st

from lstm_viz.scenes.glossary.questions import STATEMENTS
from lstm_viz.ui.navigation import page_of

SO, NOT_SO = "It is so", "It is not so"


@st.fragment
def show() -> None:
    """One statement at a time; the first answer counts."""
    at = st.session_state.setdefault("is_it_so_at", 0)
    answers: dict[str, str] = st.session_state.setdefault("is_it_so", {})
    statement = STATEMENTS[at]
    right = SO if statement.so else NOT_SO
    with st.container(key="is_it_so"):
        st.markdown(f"“{statement.text}”")
        key = f"is_it_so_{statement.id}"
        st.session_state[key] = answers.get(statement.id)
        st.segmented_control(
            "Is it so?",
            (SO, NOT_SO),
            key=key,
            label_visibility="collapsed",
            on_change=_answer,
            args=(statement.id,),
        )
        given = answers.get(statement.id)
        if given:
            st.markdown(
                f"**{'Right' if given == right else 'No'}: {right.lower()}.** {statement.because}"
            )
            page = page_of(statement.scene)
            st.page_link(page.file, label=f"→ {page.title}")
        with st.container(key="is_it_so_way", horizontal=True, vertical_alignment="center"):
            st.button("Next statement", on_click=_next)
            st.markdown(f"{at + 1} of {len(STATEMENTS)}")  # a caption is too pale to read


def _answer(id: str) -> None:
    chosen = st.session_state[f"is_it_so_{id}"]
    if chosen:
        st.session_state.is_it_so.setdefault(id, chosen)


def _next() -> None:
    st.session_state.is_it_so_at = (st.session_state.is_it_so_at + 1) % len(STATEMENTS)
