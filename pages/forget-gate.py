"""The forget gate: how much of the old cell state stays."""

from lstm_viz.ui import gate_page

gate_page.page("forget-gate")
