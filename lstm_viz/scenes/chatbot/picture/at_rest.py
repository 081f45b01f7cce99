"""What the picture is drawn with: what never changes, and what each frame fills in."""

from __future__ import annotations

from lstm_viz.figures.bar_list import bar_list
from lstm_viz.figures.charts import cells
from lstm_viz.figures.shapes import (
    NO_TEXT,
    VALUES,
    PlotlyTrace,
    Text,
    clickable,
    gate_scale,
    line,
    markers,
    of_run,
    panel,
    short,
    texts,
    words,
)
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.networks.chat.reply import MOST
from lstm_viz.scenes.chatbot.moments import moments
from lstm_viz.scenes.chatbot.picture.layout import GATES, ROWS, ChatLayout
from lstm_viz.scenes.chatbot.record import Talk

SHAPE = "words in → one state → words out: many-to-many"
STRIPS = ("first h", "first c", "second h", "second c")
"""The vectors."""
TIGHT_SHAPE = "words → state → words"
LABELS = {"i": "input gate", "f": "forget gate", "c": "cell state", "looks": "looked at"}
COLOURS = {"looks": "z"}
"""The key of a row's colour, where it is not its name."""
TIGHT = {"i": "i", "f": "f", "c": "c", "looks": "look"}
"""The same where there is little room."""


def at_rest(layout: ChatLayout, talk: Talk) -> list[PlotlyTrace]:
    return [
        panel("main room", layout.main),
        panel("rows room", layout.beside),
        *_headings(layout, talk),
        *_line(layout, talk),
        *_vectors(layout, talk),
        *_reply(layout, talk),
        *_rows(layout),
    ]


def _headings(layout: ChatLayout, talk: Talk) -> list[PlotlyTrace]:
    left, top, right, _ = layout.main
    size = layout.letters
    reply = (left + 12, layout.reply_top) if layout.wide else (layout.left, layout.reply_top - 20)
    unit = "" if layout.wide else f" · unit {talk.look.unit + 1}"
    said = [
        Text(left + 12, top + 15, f"<b>The line</b>{unit}", "right", layout.title, "$ink"),
        Text(right - 12, top + 15, SHAPE if layout.wide else TIGHT_SHAPE, "left", size),
        Text(*reply, "<b>The reply</b>", "right", layout.title, "$ink"),
    ]
    return [words("headings", said)]


def row_y(layout: ChatLayout, top: float, k: int) -> float:
    """How low the k-th row of cells below a word is that stands at ``top``."""
    return top + 24 + k * layout.cell


def kinds(talk: Talk) -> tuple[str, ...]:
    """The rows of cells below the line: of the unit to look at, and where it looked."""
    return (*GATES, "c", "looks") if talk.settings.attends else (*GATES, "c")


def _line(layout: ChatLayout, talk: Talk) -> list[PlotlyTrace]:
    heard, slots = talk.heard, layout.line_slots(len(talk.heard.words))
    width = layout.line_width(len(slots))
    letters = max(2, int((width - 2) / (0.56 * layout.letters)))
    shown = [
        short(word, letters) if known else f"<i>{short(word, max(1, letters - 2))}</i> ?"
        for word, known in zip(heard.words, heard.known, strict=True)
    ]
    inks = ["$ink" if known else "$text_f" for known in heard.known]
    said = texts("line", slots, shown, size=layout.letters + 1, colour=inks)
    found = [clickable(said, [(1 + k, 0) for k in range(len(slots))])]
    tops = sorted({y for _, y in slots})
    labels = []
    for k, kind in enumerate(kinds(talk)):
        colour = COLOURS.get(kind, kind)
        places = [(x, row_y(layout, y, k)) for x, y in slots]
        trace = cells(
            kind, places, size=(min(54.0, width - 3), layout.cell - 4),
            text_size=SMALLEST_TEXT, scale=VALUES if kind == "c" else gate_scale(colour),
        )  # fmt: skip
        found.append(of_run(trace, [(t, talk.look.unit) for t in range(len(slots))]))
        name = (LABELS if layout.wide else TIGHT)[kind]
        labels += [
            Text(layout.left - 6, row_y(layout, top, k), name, "left", SMALLEST_TEXT + layout.wide,
                 f"$text_{colour}")
            for top in tops
        ]  # fmt: skip
    if layout.wide:
        unit = f"<b>unit {talk.look.unit + 1}</b>"
        labels.append(Text(layout.left - 6, tops[0], unit, "left", SMALLEST_TEXT + 1, "$ink"))
    return [*found, words("line labels", labels)]


def _vectors(layout: ChatLayout, talk: Talk) -> list[PlotlyTrace]:
    units = talk.heard.trace.hidden_size
    width = (layout.right - layout.left) / units
    found = []
    for which, name in enumerate(STRIPS):
        strip = layout.strip(which, units)
        found.append(cells(name, strip, size=(width, layout.vector)))
    at = [layout.strip(which, units)[0][1] for which in range(len(STRIPS))]
    size = SMALLEST_TEXT + layout.wide
    letters = texts(
        "vector letters", [(layout.left - 6, y) for y in at], size=size, side="left",
        colour=["$text_h", "$text_c"] * 2,
    )  # fmt: skip
    titles = texts(
        "vector titles", [(layout.left, at[0] - 15), (layout.left, at[2] - 15)],
        size=size, side="right",
    )  # fmt: skip
    return [*found, letters, titles, *_flow(layout, at)]


def _flow(layout: ChatLayout, at: list[float]) -> list[PlotlyTrace]:
    """From the vector to the reply that starts from it."""
    x, low = layout.left - (22 if layout.wide else 24), layout.reply_top
    corner = [(x + 6, (at[0] + at[1]) / 2), (x, (at[0] + at[1]) / 2), (x, low)]
    end = (layout.left - 4, low)
    return [
        line("flow", [*corner, end], colour="$wire", width=2, simplify=True),
        markers("flow end", [end], size=9, colour="$wire", symbol="triangle-right"),
    ]


def _reply(layout: ChatLayout, talk: Talk) -> list[PlotlyTrace]:
    slots = layout.reply_slots()
    before = 3 + len(talk.heard.words)
    last = len(moments(talk)) - 1
    places = [(min(before + k, last), 0) for k in range(MOST)]
    under = [(x, y + (16 if layout.wide else 13)) for x, y in slots]
    return [
        clickable(texts("reply", slots, size=layout.letters + 2, colour=["$ink"] * MOST), places),
        texts("reply shares", under, size=SMALLEST_TEXT, colour=["$muted"] * MOST),
    ]


def _rows(layout: ChatLayout) -> list[PlotlyTrace]:
    """Headings, bars and values: all of it comes with the frames."""
    left, top, _, _ = layout.beside
    places = [layout.row(k) for k in range(ROWS)]
    return [
        words("rows title", [Text(left + 14, top + 16, NO_TEXT, "right", layout.title, "$ink")]),
        words(
            "rows words",
            [Text(left + 14, y, NO_TEXT, "right", layout.letters + 1) for y, _ in places],
        ),
        *bar_list(
            ("rows bars", "rows values"),
            [(left + 14, y) for _, y in places],
            thick=9,
            size=layout.letters,
        ),
    ]
