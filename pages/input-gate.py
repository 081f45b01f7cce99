"""The input gate and the candidate: what is taken in."""

from lstm_viz.ui import gate_page

gate_page.page("input-gate")
