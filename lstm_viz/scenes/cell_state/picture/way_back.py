"""The way back: how much of the gradient arrives, along the cell state and through an RNN’s h."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from lstm_viz.figures.board import Layout
from lstm_viz.figures.charts import Axes, dots, ticks
from lstm_viz.figures.shapes import NO_TEXT, Patch, PlotlyTrace, Text, line, lines, patch, words
from lstm_viz.networks import basket as networks
from lstm_viz.notation import number
from lstm_viz.scenes.cell_state.picture.layout import TALL, WIDE
from lstm_viz.scenes.cell_state.record import SINGS, Carried

DECADES = 4
"""The scale goes from 10 to the minus that up to 10 to the same."""
SCALE = ((1, "10⁴"), (0.75, "10²"), (0.5, "1"), (0.25, "10⁻²"), (0, "10⁻⁴"))
KINDS = {
    networks.LSTM: ("c", "along the LSTM’s cell state"),
    networks.RNN: ("h", "through this RNN’s h"),
}


@dataclass(frozen=True, kw_only=True)
class WayLayout(Layout):
    axes: Axes
    text: float
    rider: float
    """Of the dot where a curve arrives."""

    def up(self, value: float) -> float:
        """The height of a value on the scale, as a share of it."""
        return 0.5 + math.log10(value) / (2 * DECADES)


WAYS = (
    WayLayout(
        name="wide", size=WIDE, text=18, rider=13,
        axes=Axes(left=120, top=24, right=1180, bottom=372, x=(0, SINGS)),
    ),
    WayLayout(
        name="tall", size=TALL, text=12, rider=10,
        axes=Axes(left=44, top=16, right=352, bottom=472, x=(0, SINGS)),
    ),
)  # fmt: skip


def way_patches(traces: Sequence[PlotlyTrace], *, rival: bool) -> dict[str, Patch]:
    """Without the RNN its curve is not there, nor what stands at it."""
    if rival:
        return {}
    colour, words_ = KINDS[networks.RNN]
    (told,) = (trace["text"] for trace in traces if trace["name"] == "way words")
    hidden = {f"way {colour}{part}": {"opacity": 0.0} for part in ("", " arrives")}
    return hidden | {
        "way words": patch(text=[NO_TEXT if words_ in text else text for text in told])
    }


def way_at_rest(layout: WayLayout, carried: Carried) -> list[PlotlyTrace]:
    """It is drawn at once: a frame only says whether it is there."""
    axes, text = layout.axes, layout.text
    found = [
        lines("way grid", [axes.level(y) for y, told in SCALE if told != "1"], colour="$faint",
              width=1.5),
        lines("way one", [axes.level(0.5)], colour="$wire", width=2),
    ]  # fmt: skip
    told = [
        *ticks(axes, range(0, SINGS + 1, 10), SCALE, text - 1),
        Text((axes.left + axes.right) / 2, axes.bottom + 2.4 * text, "← back, “Mia sings”, times",
             "center", text - 1),
        Text(axes.right - 8, axes.top + text, "explodes ↑", "left", text - 1),
        Text(axes.right - 8, axes.bottom - text, "vanishes ↓", "left", text - 1),
    ]  # fmt: skip
    for name, (colour, words_) in KINDS.items():
        values = carried.back[name]
        step = SINGS / (len(values) - 1)
        points = [axes.at(t * step, layout.up(float(v))) for t, v in enumerate(values)]
        found += [
            line(f"way {colour}", points, colour=f"${colour}", width=4),
            dots(f"way {colour} arrives", points[:1], size=layout.rider, colour=f"${colour}",
                 edge="$panel"),
        ]  # fmt: skip
        x, y = points[0]
        named = f"<b>{number(float(values[0]))}</b> {words_}"
        told.append(Text(x + 14, y - 1.3 * text, named, "right", text, f"$text_{colour}"))
    return [*found, words("way words", told)]
