"""The brief's claim about what an RNN costs, what the run says, and the verdict (Markdown)."""

from __future__ import annotations

from lstm_viz.scenes.costs.record.formulas import KINDS, Costs, Kind
from lstm_viz.scenes.costs.words.captions import MEASURES, Measure, times

MUCH = 2.0
"""From this many times the RNN's amount on we speak of much fewer resources."""

CLAIM = (
    "A [[vanilla RNN]] uses far fewer computational resources than an [[LSTM]] or a [[GRU]]. "
    "So says the lesson this app follows."
)


def finding(costs: Costs) -> str:
    """What the run says to the claim (Markdown)."""
    lines = [
        f"{measure.short} {times(costs.ratio('GRU', measure.id))} and "
        f"{times(costs.ratio('LSTM', measure.id))}"
        for measure in MEASURES[1:]
    ]
    return _unbroken(
        f"At H = {costs.lstm.hidden_size} the GRU and the LSTM take, of the RNN’s: "
        + ", ".join(lines)
        + ". (This GRU does four maps’ work where three would do.)"
    )


def short_of(costs: Costs) -> tuple[tuple[Kind, Measure], ...]:
    """Where the RNN of the same hidden size does not use much fewer resources."""
    return tuple(
        (kind, measure)
        for measure in MEASURES[1:]
        for kind in KINDS[1:]
        if costs.ratio(kind, measure.id) < MUCH
    )


def verdict(costs: Costs) -> str:
    """Whether the claim holds (Markdown)."""
    gaps = short_of(costs)
    measures = dict.fromkeys(measure for _, measure in gaps)
    named = [
        f"the {measure.short} ("
        + ", ".join(f"{k} {times(costs.ratio(k, m.id))}" for k, m in gaps if m == measure)
        + ")"
        for measure in measures
    ]
    holds = (
        f"**It holds unit for unit, except for {' and '.join(named)}.**"
        if gaps
        else "**It holds, unit for unit.**"
    )
    rnn = costs.same_parameters[0]
    return _unbroken(
        f"{holds} But units are not all that counts: with the LSTM’s parameters the RNN has "
        f"{rnn.hidden_size} units instead of {costs.lstm.hidden_size}, and the LSTM does only "
        f"{times(costs.ratio('LSTM', 'multiply_adds', same=1))} its multiply-adds."
    )


def _unbroken(text: str) -> str:
    """A number and its × stay on one line."""
    return text.replace(" ×", "\u00a0×")
