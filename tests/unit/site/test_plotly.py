"""Plotly's file sets up what is asked for, and says so when it is not built as expected."""

import pytest
from plotly.offline import get_plotlyjs

from lstm_viz.site import plotly


def test_it_keeps_the_traces_that_are_asked_for() -> None:
    whole, made = get_plotlyjs(), plotly.plotly_for({"scatter", "bar", "heatmap"})
    listed, kept = (plotly._LIST.search(text) for text in (whole, made))
    assert listed and kept
    assert len(listed[1].split(",")) > 40
    assert len(kept[1].split(",")) == 2  # scatter is in its core
    assert made.replace(kept[0], "") == whole.replace(listed[0], "")


def test_a_trace_that_it_has_not_is_an_error() -> None:
    with pytest.raises(plotly.PlotlyError, match="no trace called hologram"):
        plotly.plotly_for({"scatter", "hologram"})


def test_a_file_without_the_list_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plotly, "get_plotlyjs", lambda: "var Plotly = {};")
    with pytest.raises(plotly.PlotlyError, match="no list of its kinds of traces"):
        plotly.plotly_for({"bar"})
