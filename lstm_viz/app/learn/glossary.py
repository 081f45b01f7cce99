"""References and glossary: every term and symbol, statements to judge, and where it all is from."""

import streamlit as st

from lstm_viz.scenes.glossary.controls import references, terms_list, true_or_false
from lstm_viz.scenes.glossary.controls.term import Term
from lstm_viz.ui import lesson_page

KEY = "glossary"

screen = lesson_page.begin(
    KEY,
    "**Here the lesson ends: → leads no further.** Every [term](#terms) and [symbol](#symbols), "
    "[what people believe](#is-it-so), and [where it is from](#references). A dotted word such as "
    "[[gate]] opens where it stands.",
    (Term(),),
    steps=1,
    stages=1,
)
left, right = st.columns([1.6, 1], gap="large")
with left:
    terms_list.show(screen["term"])
with right, st.container(key="references"):
    st.header("True or false?", anchor="is-it-so")
    true_or_false.show()
    references.show()
lesson_page.end(KEY)
