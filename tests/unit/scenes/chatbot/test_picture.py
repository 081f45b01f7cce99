"""The picture and its words are made from the record, for every example and on both networks."""

import re
from html import unescape
from itertools import pairwise, product

import pytest

from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.figures.style import SMALLEST_TEXT
from lstm_viz.networks.chat.files import ATTENTION, PLAIN, load
from lstm_viz.networks.chat.pairs import pairs, replies
from lstm_viz.networks.chat.reply import MOST
from lstm_viz.networks.chat.words import LONGEST, asked
from lstm_viz.notation import in_powers, number, percent
from lstm_viz.scenes.chatbot.moments import heard_by, moments, said_by
from lstm_viz.scenes.chatbot.picture import chat_board
from lstm_viz.scenes.chatbot.picture.layout import layouts
from lstm_viz.scenes.chatbot.picture.rows import rows
from lstm_viz.scenes.chatbot.record import Settings, Talk, talk, vocabulary, words_of
from lstm_viz.scenes.chatbot.words.around import EXAMPLES, about
from lstm_viz.scenes.chatbot.words.captions import told

LONG = " ".join(["extraordinarily"] * LONGEST)
LINES = {id: (example.line, example.other) for id, example in EXAMPLES.items()}
LINES["long"] = (LONG, "a")
ALL = [
    Settings(words_of(line), words_of(other), both, both)
    for (line, other), both in product(LINES.values(), (False, True))
]


def plain(html: str) -> str:
    return unescape(re.sub("<[^>]*>", "", html))


def drawn(found: Talk, layout: str, k: int) -> dict:
    """The traces of a frame, what it changes put in."""
    board = chat_board(found)
    patches = board.frames[k][0].patches[layout]
    return {
        trace["name"]: trace | patches.get(trace["name"], {})
        for trace in board.pictures[layout].data
    }


def test_every_frame_says_what_all_frames_change_and_fits_its_room() -> None:
    for settings in ALL:
        found = talk(settings)
        board = chat_board(found)
        for layout in layouts(len(settings.line)):
            names = [set(frame.patches[layout.name]) for (frame,) in board.frames]
            assert all(name == names[0] for name in names), settings
            traces = {trace["name"]: trace for trace in board.pictures[layout.name].data}
            assert names[0] <= set(traces)
            sizes = [trace["textfont"]["size"] for trace in traces.values() if "textfont" in trace]
            flat = [one for size in sizes for one in (size if isinstance(size, list) else [size])]
            assert min(flat) >= SMALLEST_TEXT
            left, top, right, bottom = layout.main
            for name in ("line", "reply", "reply shares", "i", "c", "first h", "second c"):
                x, y = traces[name]["x"], traces[name]["y"]
                assert left < min(x) and max(x) < right, (layout.name, name)
                assert top < min(y) and max(y) < bottom, (layout.name, name)
            heading = layout.reply_top - (0 if layout.wide else 20) - layout.title / 2
            assert max(traces["second c"]["y"]) + layout.vector / 2 < heading, layout.name
            low = max(traces["c"]["y"]) + layout.cell * (2 if settings.attends else 1)
            assert low <= min(traces["first h"]["y"]) - layout.vector / 2, layout.name


def test_words_come_one_a_frame_with_what_was_weighed() -> None:
    found = talk(ALL[0])
    for k, moment in enumerate(moments(found)):
        traces = drawn(found, "wide", k)
        heard, said = heard_by(found, moment), said_by(found, moment)
        states = [text for text in traces["c"]["text"] if text != NO_TEXT]
        unit = found.look.unit
        assert states == [number(float(v), sign=True) for v in found.heard.trace.c[:heard, unit]]
        assert len([text for text in traces["reply"]["text"] if text != NO_TEXT]) == said
        if moment.kind != "word":
            continue
        top = found.said.top(moment.k, 5, vocabulary())
        title, there = rows(found, moment)
        assert [row.share for row in there] == [share for _, share in top]
        assert there[0].words == top[0][0].replace("<end>", "(end)")
        assert traces["rows title"]["text"] == [f"<b>{title}</b>"]
        assert traces["rows values"]["text"][0] == percent(top[0][1])


def test_a_beam_shows_the_beginnings_it_keeps() -> None:
    found = talk(Settings(words_of("Tell me a joke"), ("hello",), False, True))
    first = next(moment for moment in moments(found) if moment.kind == "word")
    title, there = rows(found, first)
    assert title.startswith("Beginnings") and len(there) == len(found.said.kept[0]) == 4
    assert [row.share for row in there] == sorted((row.share for row in there), reverse=True)


def test_attention_is_drawn_under_the_words_it_looked_at() -> None:
    found = talk(Settings(words_of("Are you a robot?"), ("hello",), True, False))
    k, moment = next(pair for pair in enumerate(moments(found)) if pair[1].kind == "word")
    shown = drawn(found, "wide", k)["looks"]["text"]
    assert shown == [number(float(v)) for v in found.said.weights[moment.k]]
    assert "looks" not in drawn(talk(ALL[0]), "wide", 0)


def test_an_unknown_word_is_marked_in_the_line_and_told() -> None:
    found = talk(Settings(words_of("Do you like zyxomma?"), ("hello",), False, False))
    assert [("?" in text) for text in drawn(found, "wide", 0)["line"]["text"]] == [
        False, False, False, True,
    ]  # fmt: skip
    first, last_read = moments(found)[0], moments(found)[4]
    assert "“zyxomma” is not among the" in plain(told(found, first).sentence)
    assert "It does not know “zyxomma”" in plain(told(found, last_read).sentence)


def test_the_examples_show_what_their_titles_say() -> None:
    known, words = replies(pairs().training), vocabulary()
    lines = {id: (asked(one.line), asked(one.other)) for id, one in EXAMPLES.items()}
    assert all(line in known for line in (*lines["learned"], *lines["order"]))
    assert sorted(lines["order"][0]) == sorted(lines["order"][1])
    first, second = (talk(Settings(*pair, False, False)) for pair in (
        lines["order"], lines["order"][::-1],
    ))  # fmt: skip
    assert first.said.words != second.said.words
    assert lines["wording"][0] not in known and all(map(words.knows, lines["wording"][0]))
    assert not words.knows("pizza") and words.knows("wine")
    spain = talk(Settings(*lines["facts"], False, False))
    assert "madrid" not in spain.said.reply and "amman" not in spain.other_said.reply
    ada = talk(Settings(*lines["memory"], False, False))
    assert "ada" not in ada.said.reply and "ada" not in ada.other_said.reply


@pytest.mark.parametrize("layout", layouts(LONGEST), ids=lambda layout: layout.name)
def test_the_longest_line_and_reply_have_room(layout) -> None:
    for words in range(1, LONGEST + 1):
        slots = layout.line_slots(words)
        row = [x for x, y in slots if y == slots[0][1]]
        gaps = [b - a for a, b in pairwise(row)]
        assert all(gap > 40 for gap in gaps)
    assert len(set(layout.reply_slots())) == MOST
    assert layout.reply_slots()[-1][1] + 16 < layout.main[3]


def test_every_sentence_is_short_and_says_what_was_measured() -> None:
    for settings in ALL:
        found = talk(settings)
        for moment in moments(found):
            said = told(found, moment)
            text = plain(said.sentence)
            assert said.title and 20 < len(text) < 330, (settings, moment, text)
            assert "[[" not in text and "nan" not in text
    found = talk(ALL[0])
    by_kind = {moment.kind: plain(told(found, moment).sentence) for moment in moments(found)}
    times = in_powers(found.look.likely / found.look.without)
    assert f"{times} times less likely" in by_kind["look"]
    assert number(found.distance) in by_kind["other"]
    held = load(PLAIN).score("held_out")
    assert f"of {held.lines} lines it never saw" in by_kind["scores"]
    for name in (PLAIN, ATTENTION):
        for part in ("training", "held_out"):
            assert percent(load(name).score(part).beam) in about()
