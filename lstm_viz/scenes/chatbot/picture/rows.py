"""What stands beside the picture at each moment: a heading, and rows with a bar each."""

from __future__ import annotations

from dataclasses import dataclass
from math import exp

from lstm_viz.networks.chat.compared import WAY
from lstm_viz.networks.chat.files import ATTENTION, PLAIN, load
from lstm_viz.networks.chat.reply import Beginning
from lstm_viz.networks.chat.words import written
from lstm_viz.notation import counted, in_powers, number, percent
from lstm_viz.scenes.chatbot.moments import Moment
from lstm_viz.scenes.chatbot.picture.layout import ROWS
from lstm_viz.scenes.chatbot.record import Talk, shown, vocabulary

ENDS = "(end)"


@dataclass(frozen=True)
class Row:
    """``share``: how long the bar is, None for none; ``value`` is written at its end."""

    words: str
    share: float | None = None
    value: str = ""
    colour: str = "$h"
    ink: str = "$ink"


def shown_word(word: str) -> str:
    """A word of a reply as it is shown: its end is told."""
    return ENDS if word == "<end>" else word


def rows(talk: Talk, moment: Moment) -> tuple[str, tuple[Row, ...]]:
    title, found = _ROWS[moment.kind](talk, moment)
    return title, found[:ROWS]


def _answer(talk: Talk, moment: Moment) -> tuple[str, tuple[Row, ...]]:
    likely = [
        float(talk.said.probabilities[k, vocabulary().numbers[word]])
        for k, word in enumerate(talk.said.words)
    ]
    unsure = sorted(range(len(likely)), key=lambda k: likely[k])[:ROWS]
    title = "How sure it was of each word"
    if len(likely) > ROWS:
        title = f"The {ROWS} words it was least sure of"
    return title, tuple(
        Row(shown_word(talk.said.words[k]), likely[k], percent(likely[k])) for k in sorted(unsure)
    )


def _read(talk: Talk, moment: Moment) -> tuple[str, tuple[Row, ...]]:
    step, unit = talk.heard.trace[moment.k], talk.look.unit
    signals = (("input gate", "i"), ("forget gate", "f"), ("output gate", "o"))
    return f"Unit {unit + 1} at “{shown(talk.heard.words[moment.k])}”", tuple(
        Row(label, float(getattr(step, name)[unit]), number(float(getattr(step, name)[unit])),
            f"${name}", f"$text_{name}")
        for label, name in signals
    )  # fmt: skip


def _look(talk: Talk, moment: Moment) -> tuple[str, tuple[Row, ...]]:
    look = talk.look
    left = look.without / look.likely
    return "How likely this reply is", (
        Row("with all units handed over", 1.0, f"1 ({percent(look.likely)})"),
        Row(f"with unit {look.unit + 1} as 0", left, f"× {in_powers(left)}", "$wire"),
    )


def _handed(talk: Talk, moment: Moment) -> tuple[str, tuple[Row, ...]]:
    words, size = len(talk.heard.words), talk.heard.trace.hidden_size
    back = f"and {words} × {size} to look back at" if talk.settings.attends else "and nothing else"
    return "What is handed over", (
        Row(f"{counted(words, 'word')} read", ink="$muted"),
        Row(f"{size} numbers h, the hidden state", ink="$text_h"),
        Row(f"{size} numbers c, the cell state", ink="$text_c"),
        Row(back, ink="$muted"),
    )


def _word(talk: Talk, moment: Moment) -> tuple[str, tuple[Row, ...]]:
    said, k = talk.said, moment.k
    if talk.settings.beam and k < len(said.kept):
        return "Beginnings it keeps, the likeliest first", tuple(
            _beginning(one, said.words) for one in said.kept[k]
        )
    return f"Word {k + 1}: what it weighed", tuple(
        Row(
            shown_word(word), share, percent(share),
            "$h" if word == said.words[k] else "$wire",
            "$text_h" if word == said.words[k] else "$muted",
        )
        for word, share in said.top(k, ROWS - 2, vocabulary())
    )  # fmt: skip


def _beginning(one: Beginning, words: tuple[str, ...]) -> Row:
    share = exp(one.log_probability)
    ours = words[: len(one.words)] == one.words
    return Row(
        written(map(shown_word, one.words)), share, percent(share),
        "$h" if ours else "$wire", "$text_h" if ours else "$muted",
    )  # fmt: skip


def _nearest(talk: Talk, moment: Moment) -> tuple[str, tuple[Row, ...]]:
    near = talk.nearest
    return "The nearest line it learned from", (
        Row(f"“{near.line}”", near.distance, f"{number(near.distance)} apart", "$c"),
        Row("answered in training with", ink="$muted"),
        *(Row(f"“{reply}”", ink="$text_c") for reply in near.replies[: ROWS - 2]),
    )


def _other(talk: Talk, moment: Moment) -> tuple[str, tuple[Row, ...]]:
    return "How far apart the vectors are", (
        Row("two lines of training, on average", 1.0, "1", "$wire", "$muted"),
        Row("these two", talk.distance, number(talk.distance), "$c"),
        Row("To the first it says", ink="$muted"),
        Row(f"“{written(talk.said.reply)}”", ink="$text_h"),
        Row("To the second it says", ink="$muted"),
        Row(f"“{written(talk.other_said.reply)}”", ink="$text_h"),
    )


def _between(talk: Talk, moment: Moment) -> tuple[str, tuple[Row, ...]]:
    return "On the way from the first to the second", tuple(
        Row(f"{percent(share)}: “{written(said.reply)}”", ink="$text_h")
        for share, said in zip(WAY, talk.on_the_way, strict=True)
    )


def _where(talk: Talk, moment: Moment) -> tuple[str, tuple[Row, ...]]:
    weights = talk.said.weights
    assert weights is not None
    mean = weights.mean(axis=0)
    order = sorted(range(len(mean)), key=lambda t: -mean[t])[:ROWS]
    words = [shown(word) for word in talk.heard.words]
    return "Looked at, on average over the reply", tuple(
        Row(words[t], float(mean[t]), percent(mean[t]), "$z", "$text_z") for t in order
    )


def _scores(talk: Talk, moment: Moment) -> tuple[str, tuple[Row, ...]]:
    found: list[Row] = []
    for name, words in ((PLAIN, "vector alone"), (ATTENTION, "attention")):
        loaded = load(name)
        for part, label in (("training", "learned from"), ("held_out", "never seen")):
            share = loaded.score(part).exact
            colour = "$c" if part == "training" else "$h"
            found.append(Row(f"{words}, lines {label}", share, percent(share), colour))
    lookup = load(PLAIN).lookup_exact
    found.append(Row("looked up, lines never seen", lookup, percent(lookup), "$wire", "$muted"))
    held = [in_powers(load(name).score("held_out").perplexity) for name in (PLAIN, ATTENTION)]
    bigram = in_powers(load(PLAIN).bigram_perplexity)
    return "Right word for word", (
        *found,
        Row(f"Perplexity there: {held[0]}, attention {held[1]},", ink="$text_h"),
        Row(f"from the word before alone {bigram}", ink="$muted"),
    )


_ROWS = {
    "answer": _answer, "read": _read, "look": _look, "handed": _handed, "word": _word,
    "nearest": _nearest, "other": _other, "between": _between, "where": _where, "scores": _scores,
}  # fmt: skip
