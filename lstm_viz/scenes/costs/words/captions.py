"""The scene "What it costs" in words: formulas with the numbers in, and sentences.

``[[words]]`` are links into the glossary. ``same`` is 0 where the cells have the same hidden size
and 1 where they have the same number of parameters.
"""

from __future__ import annotations

from dataclasses import dataclass

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.notation import number
from lstm_viz.scenes.costs.record.formulas import (
    Cost,
    Costs,
    pytorch_parameters,
)
from lstm_viz.signals import GRU_SIGNALS, shares

SAME = ("same H", "same parameters")
"""What is held the same; short, for the ribbon and the readout."""


@dataclass(frozen=True)
class Measure:
    """``id`` is the attribute of a ``Cost``, ``short`` has room in the readout and in sentences."""

    id: str
    title: str
    short: str


MEASURES = (
    Measure("hidden_size", "Hidden size", "hidden size"),
    Measure("parameters", "Parameters", "parameters"),
    Measure("multiply_adds", "Multiply-adds a step", "multiply-adds"),
    Measure("seconds", "Measured time a step", "time"),
)
SHOWN = (MEASURES, (MEASURES[0], MEASURES[-1]))
"""What is shown of each case: where parameters are alike, so is what follows from them."""


def amount(measure: str, value: float) -> str:
    """A value with its unit of measurement: ``24,832``, ``64 units``, ``12.3 µs``."""
    if measure == "seconds":
        return f"{value * 1e6:,.1f} µs"
    unit = " units" if measure == "hidden_size" else ""
    return f"{value:,.0f}{unit}"


def times(value: float) -> str:
    return f"{number(value)} ×"


def formula(cost: Cost, measure: str, costs: Costs) -> tuple[str, str]:
    """How the amount follows from H and I, in symbols and with the numbers put in."""
    H, I = cost.hidden_size, cost.input_size  # noqa: E741
    maps, many = ("", "") if cost.maps == 1 else (f"{cost.maps}·", f"{cost.maps}·")
    if measure == "hidden_size":
        if costs.lstm.hidden_size == H:
            return f"H = {H}", ""
        biases = cost.parameters // (cost.maps * H) - I - H
        return f"nearest whole H: {maps}H·(I + H + {biases}) ≈ {costs.lstm.parameters:,}", ""
    if measure == "parameters":
        biases = cost.parameters // (cost.maps * H) - I - H
        return f"{maps}H·(I + H + {biases})", f"{many}{H}·({I} + {H} + {biases})"
    if measure == "multiply_adds":
        return f"{maps}H·(I + H)", f"{many}{H}·({I} + {H})"
    if cost.kind == "GRU":
        return "this GRU does four maps’ work; three would do", ""
    return f"fastest of {costs.runs} runs ÷ {costs.steps} steps", ""


def costs_caption(costs: Costs, same: int, measure: Measure) -> Caption:
    symbols, numbers = formula(costs.lstm, measure.id, costs)
    value = f"<b>{amount(measure.id, getattr(costs.lstm, measure.id))}</b>"
    shown = "" if measure is MEASURES[0] else value
    return caption(
        measure.short.capitalize(),
        sentence(costs, same, measure.id),
        equation=f"LSTM: {symbols}",
        numbers=f"{numbers} = {value}" if numbers else shown,
    )


def where_from(costs: Costs, same: int, measure: str) -> dict[str, list[str]]:
    """How each cell's amount was computed, and how many times the RNN's it is: a line each."""
    cells = costs.compared[same]
    first = amount(measure, getattr(cells[0], measure))
    shares = [
        f"{cost.kind}: "
        + _divided(
            amount(measure, getattr(cost, measure)),
            first,
            number(costs.ratio(cost.kind, measure, same=same)),
        )
        for cost in cells
    ]
    amounts = [f"{cost.kind}: {_computed(cost, measure, costs)}" for cost in cells]
    return {"amount": amounts, "share": shares}


def _divided(whole: str, by: str, share: str) -> str:
    """With ≈ where the numbers as printed do not divide so."""
    a, b, found = (float(text.split()[0].replace(",", "")) for text in (whole, by, share))
    decimals = len(share.split()[0].partition(".")[2])
    sign = "=" if abs(a / b - found) <= 0.5 * 10**-decimals + 1e-9 else "≈"
    return f"{whole} ÷ {by} {sign} {share}"


def _computed(cost: Cost, measure: str, costs: Costs) -> str:
    found = amount(measure, getattr(cost, measure))
    if measure == "seconds":
        whole = amount(measure, cost.seconds * costs.steps)
        told = f"{_divided(whole, f'{costs.steps} steps', found)}, the fastest of {costs.runs} runs"
        return f"{told}; one of its four maps is all zeros" if cost.kind == "GRU" else told
    if measure == "parameters":
        return f"{formula(cost, measure, costs)[1]} = {found}{_counted(cost)}"
    if measure != "hidden_size":
        return f"{formula(cost, measure, costs)[1]} = {found}"
    if cost.hidden_size == costs.lstm.hidden_size:
        return f"{found}, as set"
    _, numbers = formula(cost, "parameters", costs)
    nearest = f"nearest to the LSTM’s {costs.lstm.parameters:,}"
    return f"{found}, since {numbers} = {cost.parameters:,} parameters is {nearest}"


def _counted(cost: Cost) -> str:
    """What of the count is particular."""
    if cost.kind == "GRU":
        return "; it keeps two biases a map, of which the candidate alone needs both"
    more = pytorch_parameters(cost.kind, cost.hidden_size, cost.input_size) - cost.parameters
    return f"; PyTorch keeps a second bias a map and counts {more:,} more"


def sentence(costs: Costs, same: int, measure: str) -> str:
    """What is to be seen of what is shown, in one or two sentences (HTML)."""
    rnn, gru, lstm = costs.compared[same]
    ratio = costs.ratio("LSTM", measure, same=same)
    gru_ratio = costs.ratio("GRU", measure, same=same)
    H, I = lstm.hidden_size, lstm.input_size  # noqa: E741
    if measure == "hidden_size":
        if not same:
            return (
                f"A [[plain RNN]], a [[GRU]] and an [[LSTM]] of H = {H} [[units]] each, all "
                f"reading inputs of I = {I} numbers. A GRU is a smaller relative of the LSTM: "
                f"{len(shares(GRU_SIGNALS))} gates, and no cell state beside h. What does each of "
                "them cost?"
            )
        return (
            f"The LSTM keeps its {H} units; the others get as many as its {lstm.parameters:,} "
            f"[[parameters]] pay for, as near as whole units allow: {rnn.hidden_size} for the RNN "
            f"({_percent(rnn, lstm)}), {gru.hidden_size} for the GRU ({_percent(gru, lstm)})."
        )
    if measure == "parameters":
        return (
            "An RNN has one map from x and h (W, U and b), a GRU three, an LSTM four: three "
            f"[[gates]] and the [[candidate]]. So the LSTM has {number(ratio)} times the RNN’s "
            f"parameters, the GRU {number(gru_ratio)} times."
        )
    if measure == "multiply_adds":
        return (
            f"Each [[weight]] is used once a step, so the LSTM does {number(ratio)} times the "
            "RNN’s [[multiply-adds]]; counted are those of W·x + U·h, not b, σ, tanh and ⊙. "
            "A longer sequence repeats them with the same parameters."
        )
    return _timed(costs, same)


def _percent(cost: Cost, lstm: Cost) -> str:
    return f"{100 * cost.parameters / lstm.parameters:.1f} %"


def _timed(costs: Costs, same: int) -> str:
    rnn, _, lstm = (amount("seconds", cost.seconds) for cost in costs.compared[same])
    ratio = costs.ratio("LSTM", "seconds", same=same)
    work = costs.ratio("LSTM", "multiply_adds", same=same)
    if same:
        rest = " The rest of its step costs as well: σ, tanh and ⊙." if ratio > 1.1 * work else ""
        return (
            f"With as many parameters a step takes {rnn} in the RNN and {lstm} in the LSTM: "
            f"{number(ratio)} times, for {number(work)} times the multiply-adds.{rest}"
        )
    if ratio < 0.9 * work:
        why = f"less than {number(work)}, because a step also has a fixed price, whatever its size"
    elif ratio > 1.1 * work:
        why = (
            f"more than {number(work)}, because σ, tanh, ⊙ and fetching more weights take time, too"
        )
    else:
        why = f"about its {number(work)} times the multiply-adds"
    return (
        f"Measured on the machine that computed this: {lstm} a step for the LSTM, "
        f"{number(ratio)} times the RNN: {why}."
    )
