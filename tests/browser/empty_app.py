"""The least a Streamlit page can be: the floor that measurements are compared with."""

import streamlit as st

st.session_state.clicks = st.session_state.get("clicks", 0) + st.button("Again")
st.write(f"clicks: {st.session_state.clicks}")
