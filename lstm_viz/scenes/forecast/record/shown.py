"""All that the picture and its words speak of, once the hidden part is shown, and before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from lstm_viz.scenes.forecast.record.forecast import Forecast
from lstm_viz.scenes.forecast.record.plain import as_drawn
from lstm_viz.scenes.forecast.record.series import Series
from lstm_viz.trace import Array

Kind = Literal["draw", "came", "plain", "one", "lag", "free", "ahead", "look", "unscaled"]
KINDS: tuple[Kind, ...] = ("draw", "came", "plain", "one", "lag", "free", "ahead", "look")


@dataclass(frozen=True, eq=False)
class Shown:
    """``forecast`` is None as long as the end is hidden; ``as_it_is`` is that of the network that
    was trained on unscaled numbers, if one was."""

    series: Series
    drawn: tuple[float, ...] = ()
    forecast: Forecast | None = None
    as_it_is: Forecast | None = None

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The frames there are."""
        if self.forecast is None:
            return ("draw",)
        return KINDS if self.as_it_is is None else (*KINDS, "unscaled")

    @property
    def drawing(self) -> Array | None:
        return as_drawn(self.series, self.drawn) if self.drawn else None
