"""What is said at each frame, with the numbers of the record."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.notation import counted, listed, number, percent
from lstm_viz.scenes.forecast.record.forecast import SHUT, Forecast
from lstm_viz.scenes.forecast.record.shown import Kind, Shown
from lstm_viz.scenes.forecast.words.compared import compared, than

ONLY = 0.4
"""A correlation below this is no going along."""
CLEARLY = 0.7
SMALL = 3.0
"""Numbers within ± this need no scaling: it is about where scaled ones lie."""


def told(shown: Shown, kind: Kind) -> Caption:
    if kind == "draw":
        return caption(*_draw(shown))
    assert shown.forecast is not None
    if kind == "unscaled":
        return caption("Why inputs are scaled", unscaled(shown))
    title, sentence = TOLD[kind]
    return caption(title, sentence(shown, shown.forecast))


def _draw(shown: Shown) -> tuple[str, str]:
    series = shown.series
    if shown.forecast is not None:
        return "The past, and your drawing" if shown.drawn else "The past", (
            f"{series.past} values were known: the network was trained on them alone. "
            f"The {series.held_out} after them were hidden."
        )
    return "Draw how it goes on", (
        f"{series.past} values are known, the {series.held_out} after them are hidden. Drag across "
        "the empty part to draw what you think comes; by keyboard, Tab to it: ← → choose a point, "
        "↑ ↓ move it."
    )


def came(shown: Shown, found: Forecast) -> str:
    if shown.drawing is None:
        return (
            "This is what was hidden. Nothing was drawn this time: with “Draw again” your guess "
            "counts, too."
        )
    off = shown.series.written(found.error(shown.drawing))
    return f"This is what was hidden. Your drawing is off by {off} on average."


def plain(shown: Shown, found: Forecast) -> str:
    series, season = shown.series, found.season
    today = series.written(found.error(found.today))
    words = (
        "“Tomorrow = today” says each value again for the next step, and is told every one that "
        f"comes: off by {today}. "
    )
    if season is None or found.seasonal is None:
        return words + (
            "In the past no season stands out, so there is nothing to repeat from a season ago."
        )
    seasonal = series.written(found.error(found.seasonal))
    return words + (
        f"“As one season ago” repeats the last {season.length} known values, since the past is "
        f"most like itself after {season.length} steps (autocorrelation "
        f"{number(season.likeness)}): off by {seasonal}."
    )


def one_step(shown: Shown, found: Forecast) -> str:
    series = shown.series
    one, today = found.error(found.one_step), found.error(found.today)
    return (
        "The [[LSTM]] reads the value that really came and says the next one, at every step: "
        f"[[many-to-many]]. It is off by {series.written(one)}, “tomorrow = today” by "
        f"{series.written(today)}: {beats(one, today)}."
    )


def beats(one: float, today: float) -> str:
    """Whether the first of two errors is the smaller one, and by how much."""
    verdict = compared(one, today)
    if verdict == 0:
        return "no better and no worse"
    return (
        f"it beats that by {percent(1 - one / today)}" if verdict < 0 else "it does not beat that"
    )


def lag(shown: Shown, found: Forecast) -> str:
    series, errors = shown.series, found.shifted()
    words = (
        f"Held against the value that came, the one-step forecast is off by "
        f"{series.written(errors[0])}; against the value before it, the one just read, by "
        f"{series.written(errors[1])}. "
    )
    if found.lag == 0:
        return words + "It fits best where it stands: it is not late."
    return words + (
        f"It fits best {counted(found.lag, 'step')} late ({series.written(errors[found.lag])}): "
        "the curve looks right because it follows what has just come, and that is no foresight."
    )


def free(shown: Shown, found: Forecast) -> str:
    series = shown.series
    off, one = found.error(found.free), found.error(found.one_step)
    words = (
        "Now nothing more is told: from the state that the past has left, it reads its own last "
        f"output at every step, one in and {series.held_out} out: [[one-to-many]]. It is off by "
        f"{series.written(off)}, {than(off, one)} one step ahead ({series.written(one)})"
    )
    others = []
    if found.seasonal is not None:
        season = found.error(found.seasonal)
        others.append(f"{than(off, season)} as one season ago ({series.written(season)})")
    if shown.drawing is not None:
        yours = found.error(shown.drawing)
        others.append(f"{than(off, yours)} your drawing ({series.written(yours)})")
    return ", ".join([words, *others]) + "."


def ahead(shown: Shown, found: Forecast) -> str:
    series, first, last = shown.series, found.horizons[0], found.horizons[-1]
    starts = series.held_out - last.steps + 1
    verdict = compared(last.network, first.network)
    grows = ("it grows", "it stays about the same", "it does not grow")[1 - verdict]
    words = (
        f"Set free at each of {starts} steps, it is off by {series.written(first.network)} after "
        f"1 step and by {series.written(last.network)} after {last.steps}: {grows}. "
    )
    worse = [at.steps for at in found.horizons if compared(at.network, at.today) > 0]
    if not worse:
        return words + "Nowhere does it do worse than keeping the last value."
    if len(worse) == len(found.horizons):
        return words + "At every distance keeping the last value does better."
    where, many = listed([str(steps) for steps in worse]), worse != [1]
    return words + f"At {where} step{'s' * many} ahead keeping the last value does better."


def look(shown: Shown, found: Forecast) -> str:
    at = found.look
    what = (
        f"a wave of {found.season.length} steps, the season"
        if at.seasonal and found.season is not None
        else "the values that are read"
    )
    how = "closely" if at.likeness >= CLEARLY else "some way"
    if at.likeness < ONLY:
        how = "hardly"
    return (
        f"Below: the [[cell state]] of unit {at.unit + 1}. Of all {found.model.hidden_size} units "
        f"it goes most with {what}: {how} (correlation {number(at.likeness)}). Its "
        f"[[forget gate]] keeps {percent(at.forget)} at each step, on average. Click any point of "
        "the curve, or press Z: there are its gates."
    )


def unscaled(shown: Shown) -> str:
    found, raw, series = shown.forecast, shown.as_it_is, shown.series
    assert found is not None and raw is not None
    one, other = found.error(found.one_step), raw.error(raw.one_step)
    low, high = min(series.values[: series.past]), max(series.values[: series.past])
    words = (
        f"Scaled means: minus {series.written(series.mean)}, the mean of the past, then divided by "
        f"{series.written(series.deviation)}, its deviation. Trained so, it is off by "
        f"{series.written(one)}; trained from the same seed on the numbers as they are, by "
        f"{series.written(other)}. "
    )
    verdict = compared(other, one)
    if verdict > 0:
        return words + (
            f"Of the values of its gates {percent(raw.stuck)} are as good as shut or open (within "
            f"{SHUT:g} of 0 or 1), scaled {percent(found.stuck)}: there hardly any [[gradient]] "
            "passes."
        )
    same = "It makes no difference here" if verdict == 0 else "Here that does better"
    if max(abs(low), abs(high)) <= SMALL:
        same += f": from {series.written(low)} to {series.written(high)} they are small already"
    return words + same + "."


TOLD: Mapping[Kind, tuple[str, Callable[[Shown, Forecast], str]]] = {
    "came": ("What came", came),
    "plain": ("Two guesses without a network", plain),
    "one": ("One step ahead", one_step),
    "lag": ("Is it late?", lag),
    "free": ("Running freely", free),
    "ahead": ("How far can it tell?", ahead),
    "look": ("Look here", look),
}
