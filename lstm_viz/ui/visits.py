"""Coming to a page, told apart from staying on it.

The player writes the place into the address bar, and Streamlit reads the address at every run: a
query that is not the one before is no link that somebody followed, unless they come from elsewhere.
"""

import streamlit as st


def arrived(page: str) -> bool:
    """The reader was on another page until now, or on none."""
    came = st.session_state.get("page") != page
    st.session_state.page = page
    return came
