"""References and glossary: every term and symbol, statements to judge, and where it all is from."""

import streamlit as st

from lstm_viz.lesson.contents import scene
from lstm_viz.scenes.glossary.controls import is_it_so, references
from lstm_viz.scenes.glossary.controls import terms_list as glossary
from lstm_viz.ui import lesson_page, look, terms
from lstm_viz.ui.visits import arrived

ID = "glossary"

look.apply()
terms.listen()
arrived(ID)  # so that a link followed from here opens what it says
lesson_page.heading(
    scene(ID).title,
    "Every [term](#terms) and [symbol](#symbols), [what people believe](#is-it-so), and [where it "
    "is from](#references). A dotted word such as [[gate]] opens where it stands.",
)
left, right = st.columns([1.6, 1], gap="large")
with left:
    glossary.show()
with right, st.container(key="references"):
    st.header("Is it so?", anchor="is-it-so")
    is_it_so.show()
    references.show()
lesson_page.end(ID)
