"""The page's picture as a board: the answer first, then how it came about, word by word."""

from __future__ import annotations

import numpy as np

from lstm_viz.figures.bar_list import bar_list_patches
from lstm_viz.figures.board import Board, Frame, Picture, Table, stills
from lstm_viz.figures.charts import filled
from lstm_viz.figures.shapes import NO_TEXT, Patch, patch, short
from lstm_viz.networks.chat.reply import MOST
from lstm_viz.networks.chat.words import written
from lstm_viz.notation import percent
from lstm_viz.scenes.chatbot.moments import Moment, heard_by, moments, said_by
from lstm_viz.scenes.chatbot.picture.at_rest import COLOURS, STRIPS, at_rest, kinds
from lstm_viz.scenes.chatbot.picture.layout import GATES, ROWS, ChatLayout, layouts
from lstm_viz.scenes.chatbot.picture.rows import rows, shown_word
from lstm_viz.scenes.chatbot.record import Talk, shown, vocabulary
from lstm_viz.scenes.chatbot.words.captions import LABELS, told
from lstm_viz.trace import Array

ALT = (
    "The words of a line in a row, under each the gates and the cell state of one unit; below them "
    "the two states that are handed over, as strips; below those the words of the reply. Beside "
    "them bars: what was weighed"
)
SECOND = ("answer", "other", "between")
"""Where there is another vector below that of the line."""
LONGEST_BAR = 0.66
"""As a share of the room for a row."""


def chat_board(talk: Talk) -> Board:
    there, sizes = moments(talk), layouts(len(talk.heard.words))
    return Board(
        steps=tuple(label(talk, moment) for moment in there),
        frames=stills(
            Frame({to.name: _patches(to, talk, moment) for to in sizes}, told(talk, moment))
            for moment in there
        ),
        pictures={to.name: Picture(*to.size, at_rest(to, talk)) for to in sizes},
        tables=tuple(_table(talk, moment) for moment in there),
        alt=ALT,
        step_word="picture",
    )


def label(talk: Talk, moment: Moment) -> str:
    """Of a moment in the ribbon."""
    if moment.kind == "read":
        return shown(talk.heard.words[moment.k])
    if moment.kind == "word":
        return f"→ {shown_word(talk.said.words[moment.k])}"
    return LABELS[moment.kind]


def _patches(layout: ChatLayout, talk: Talk, moment: Moment) -> dict[str, Patch]:
    return {
        **_line(talk, moment),
        **_vectors(layout, talk, moment),
        **_reply(layout, talk, moment),
        **_rows(layout, talk, moment),
    }


def _line(talk: Talk, moment: Moment) -> dict[str, Patch]:
    trace, unit, count = talk.heard.trace, talk.look.unit, heard_by(talk, moment)
    found: dict[str, Patch] = {}
    for kind in kinds(talk):
        if kind == "looks":
            found[kind] = filled(_looks(talk, moment), COLOURS[kind])
            continue
        values = [float(v) for v in getattr(trace, kind)[:count, unit]]
        values += [None] * (len(trace) - count)  # type: ignore[list-item]
        found[kind] = filled(values, gate=kind if kind in GATES else "")
    return found


def _looks(talk: Talk, moment: Moment) -> list[float | None]:
    """How much it looked at each word of the line, at a word of the reply, or on average."""
    weights = talk.said.weights
    assert weights is not None
    if moment.kind == "word":
        return [float(v) for v in weights[moment.k]]
    if moment.kind == "where":
        return [float(v) for v in weights.mean(axis=0)]
    return [None] * weights.shape[1]


def _vectors(layout: ChatLayout, talk: Talk, moment: Moment) -> dict[str, Patch]:
    """h and c after the words that are read; below them those of the other wording."""
    trace, at = talk.heard.trace, heard_by(talk, moment) - 1
    other, second = talk.other, moment.kind in SECOND
    most = max(float(np.abs(trace.c).max()), float(np.abs(other.c).max()), 1e-9)
    values = (trace.h[at], trace.c[at] / most, other.h, other.c / most)
    found = {
        name: _strip(value, there=which < 2 or second)
        for which, (name, value) in enumerate(zip(STRIPS, values, strict=True))
    }
    words = 96 if layout.wide else 40
    first = short(f"state after “{' '.join(talk.heard.words[: at + 1])}”", words)
    below = short(f"state after “{' '.join(other.words)}”", words) if second else NO_TEXT
    found["vector titles"] = patch(text=[first, below])
    found["vector letters"] = patch(text=["h", "c", *(("h", "c") if second else [NO_TEXT] * 2)])
    return found


def _strip(values: Array, *, there: bool) -> Patch:
    if not there:
        return {"opacity": 0.0}
    return {"opacity": 1.0} | patch(colour=np.clip(values, -1, 1).round(2).tolist())


def _reply(layout: ChatLayout, talk: Talk, moment: Moment) -> dict[str, Patch]:
    said, count = talk.said, said_by(talk, moment)
    letters = int((layout.reply_width - 2) / (0.56 * (layout.letters + 2)))
    there = [short(shown_word(word), letters) for word in said.words[:count]]
    likely = [
        percent(float(said.probabilities[k, vocabulary().numbers[word]]))
        for k, word in enumerate(said.words[:count])
    ]
    now = moment.k if moment.kind == "word" else -1
    looked = said.weights if moment.kind == "where" else None
    if looked is not None:
        words = talk.heard.words
        likely = [f"↑ {short(words[int(row.argmax())], letters)}" for row in looked]
    rest = [NO_TEXT] * (MOST - count)
    inks = ["$text_h" if k == now else "$ink" for k in range(MOST)]
    bold = [f"<b>{word}</b>" if k == now else word for k, word in enumerate(there)]
    return {
        "reply": patch(text=bold + rest, ink=inks),
        "reply shares": patch(text=likely + rest),
    }


def _rows(layout: ChatLayout, talk: Talk, moment: Moment) -> dict[str, Patch]:
    title, there = rows(talk, moment)
    left, _, right, _ = layout.beside
    room = right - left - 28
    most = max(1.0, *(row.share or 0.0 for row in there))
    rest = ROWS - len(there)
    letters = int(room / (0.5 * (layout.letters + 1)))
    return {
        "rows title": patch(text=[f"<b>{title}</b>"]),
        "rows words": patch(
            text=[short(row.words, letters) for row in there] + [NO_TEXT] * rest,
            ink=[row.ink for row in there] + ["$muted"] * rest,
        ),
        **bar_list_patches(
            ("rows bars", "rows values"),
            [(left + 14, layout.row(k)[1]) for k in range(ROWS)],
            LONGEST_BAR * room,
            [None if row.share is None else row.share / most for row in there],
            [row.colour for row in there],
            [row.value or NO_TEXT for row in there],
        ),
    }


def _table(talk: Talk, moment: Moment) -> Table:
    title, there = rows(talk, moment)
    said = written(map(shown_word, talk.said.words[: said_by(talk, moment)]))
    line = " ".join(talk.heard.words[: heard_by(talk, moment)])
    return Table(
        title,
        ("", "value"),
        (
            ("read", line),
            ("said", said or "nothing yet"),
            *((row.words, row.value) for row in there),
        ),
    )
