"""What a search for units has found, in plain sentences; they count units from 1."""

from lstm_viz.notation import number
from lstm_viz.reading.elsewhere import OtherPassage
from lstm_viz.reading.find import FEWEST, WEAKLY, SearchResult
from lstm_viz.reading.measures import SHORTEST
from lstm_viz.reading.rivals import RivalRule
from lstm_viz.reading.words.phrases import capital


def search_sentence(result: SearchResult) -> str:
    """The verdict in a sentence or two, with its numbers; it counts units from 1."""
    best = result.ranked(1)[0]
    unit, called = f"unit {best.unit + 1}", f"“{result.called}”"
    r = f"r = {number(best.r, sign=True)}"
    if best.auc is not None:
        r += f", AUC {number(best.auc)}"
    if best.r < 0:
        r = f"{_round(result)}, {r}"
    if result.verdict == "too short":
        return (
            f"The text is too short to tell: it has {_short_of(result)} on. {capital(unit)} "
            f"comes closest to {called} ({r})."
        )
    slid = f"pattern was slid along the text {result.shifts} times"
    if result.verdict == "none":
        why = f"the {slid}, and {_as_well(result)}, so this may be chance"
        if result.beaten >= result.asked:
            why = f"that is less than the {number(WEAKLY)} from which one is said to follow"
        return f"No unit follows {called} in this text. The best is {unit} ({r}): {why}."
    how = "well" if result.verdict == "well" else "only weakly"
    return (
        f"{capital(unit)} follows {called} {how} ({r}). The {slid}; {_as_well(result)}, so this "
        "is hardly chance."
    )


def _round(result: SearchResult) -> str:
    if result.auc is None:
        return "the other way round: it falls as the count rises"
    return "the other way round: it is low where the pattern holds"


def _as_well(result: SearchResult) -> str:
    """How often the pattern was matched as well where only chance is at work."""
    times, allowed = result.shifts - result.beaten, result.shifts - result.asked
    if not times:
        return "no unit ever matched it as well"
    often = "once" if times == 1 else f"{times} times"
    return f"{often} some unit matched it as well (up to {allowed} would pass)"


def _short_of(result: SearchResult) -> str:
    if result.as_good is None:
        return f"{len(result.pattern)} characters, and chance can be judged from {SHORTEST}"
    times = "only 1 stretch" if result.stretches == 1 else f"only {result.stretches} stretches"
    return f"{times} of this pattern, and a unit can be told from a coincidence from {FEWEST}"


def rival_sentence(found: SearchResult, other: RivalRule | None) -> str:
    """To go with ``search_sentence``; empty without a rival or if nothing was found anyway."""
    if other is None or found.verdict in ("none", "too short"):
        return ""
    return (
        f"In this text it follows “{other.rule.title}” better still "
        f"(r = {number(other.r, sign=True)}), so that may be what it is about."
    )


def elsewhere_sentence(found: SearchResult, others: tuple[OtherPassage, ...]) -> str:
    """To go with ``search_sentence``; empty if nothing was found that could be checked."""
    if found.verdict in ("none", "too short"):
        return ""
    if not others:
        return "No other passage here has enough of this to check it."
    direction = 1 if found.r[found.best] >= 0 else -1
    low, high = min(there.r for there in others), max(there.r for there in others)
    so = all(direction * r > 0 and float(number(abs(r))) >= WEAKLY for r in (low, high))
    does = "does so elsewhere too" if so else "does not do so everywhere"
    if len(others) == 1:
        where = f"in the passage “{others[0].title}” its r is {number(low, sign=True)}"
    else:
        where = (
            f"in the {len(others)} other passages with enough of this its r is "
            f"{number(low, sign=True)} to {number(high, sign=True)}"
        )
    return f"It {does}: {where}."
