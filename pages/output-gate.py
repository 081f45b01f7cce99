"""The output gate: what of the cell state is shown outside."""

from lstm_viz.ui import gate_page

gate_page.page("output-gate")
