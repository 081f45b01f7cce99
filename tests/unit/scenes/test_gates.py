"""The gate scenes on Mia's basket: what they say, against the runs."""

import re

import numpy as np
import pytest

from lstm_viz.figures.board import Board
from lstm_viz.figures.gating.layout import LAYOUTS
from lstm_viz.figures.gating.strip import MOST_FRUIT
from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.lesson.basket import Basket, held_open
from lstm_viz.lesson.glossary import linked
from lstm_viz.notation import honest, multiplied, number
from lstm_viz.player.questions import questions_payload
from lstm_viz.scenes.forget_gate import record as forget
from lstm_viz.scenes.forget_gate.controls import ROOM as FORGET
from lstm_viz.scenes.input_gate import record as write
from lstm_viz.scenes.input_gate.controls import ROOM as INPUT
from lstm_viz.scenes.output_gate import record as show
from lstm_viz.scenes.output_gate.controls import ROOM as OUTPUT
from lstm_viz.ui.gate_page import STAGES, STEPS

MOST_PRESSES = 14
BOARDS: dict[str, Board] = {room.id: room.board() for room in (FORGET, INPUT, OUTPUT)}
ROOMS = pytest.mark.parametrize("room", [FORGET, INPUT, OUTPUT], ids=lambda room: room.id)
EVERY = pytest.mark.parametrize("board", BOARDS.values(), ids=BOARDS)


def sentences(board: Board) -> list[list[str]]:
    """By step and stage, without tags."""
    return [
        [re.sub(r"<[^>]+>", "", frame.told.sentence) for frame in frames] for frames in board.frames
    ]


@ROOMS
def test_a_scene_has_at_most_fourteen_presses_and_two_questions(room) -> None:
    board, run, questions = BOARDS[room.id], room.run(), room.questions()
    assert (len(board.steps), len(board.frames[0])) == (STEPS, STAGES)
    assert len(questions) == 2
    assert len(board) - 1 + len(questions) <= MOST_PRESSES
    places = {(one["t"], one["stage"]) for one in questions_payload(questions, run)}
    assert len(places) == 2 and (0, 0) not in places


@ROOMS
def test_words_and_takeaway(room) -> None:
    for text in (room.opening, room.ending):
        assert "[[" not in linked(text)
    assert len(re.sub(r"[\[\]]", "", room.opening)) < 130, "one line beside the title"
    said = room.ending.removeprefix("**To remember.** ")
    assert said != room.ending and said.count(".") == 1, "one sentence"


@EVERY
def test_every_trace_that_a_frame_changes_is_there_and_fits(board) -> None:
    for layout in LAYOUTS:
        traces = {trace["name"]: trace for trace in board.pictures[layout.name].data}
        assert len(traces) == len(board.pictures[layout.name].data)
        for frames in board.frames:
            for frame in frames:
                for name, patch in frame.patches[layout.name].items():
                    texts = patch.get("text")
                    assert texts is None or len(texts) == len(traces[name]["x"]), name


@EVERY
def test_a_value_that_is_shown_opens_where_it_comes_from(board) -> None:
    for picture in board.pictures.values():
        opens = {trace["name"]: trace["customdata"] for trace in picture.data
                 if "customdata" in trace}  # fmt: skip
        for name in ("gate text", "before", "before text", "after", "after text"):
            assert opens[name] == [[name.split()[0], unit] for unit in (0, 1)]
    for step, frames in zip(board.steps, board.frames, strict=True):
        for k, frame in enumerate(frames):
            if step == "Where from?":
                assert not frame.why
            else:
                known = ["before", "gate", "after"][: k + 1]
                assert list(frame.why)[: k + 1] == known
                assert all(len(lines) == 2 for lines in frame.why.values())
    held = [line for frames in board.frames for frame in frames for lines in frame.why.values()
            for line in lines if "held at" in line]  # fmt: skip
    assert len(held) >= 2 and all("held at 1.00; by itself it would be σ(" in x for x in held)


@EVERY
def test_every_bar_is_on_the_picture(board) -> None:
    for layout in LAYOUTS:
        for n in range(8):
            left, top, right, bottom = layout.card_box(n)
            assert 0 <= left < right <= layout.size[0] and 0 <= top < bottom <= min(layout.rows)
            last = layout.fruit_at(n, 1, MOST_FRUIT - 1)[0] + layout.fruit / 2
            assert last <= right and layout.count_at(n, 1)[0] + layout.fruit <= right
        for frames in board.frames:
            for frame in frames:
                patches = frame.patches[layout.name]
                for name in ("before", "after"):
                    bar = patches[name]
                    sizes = bar.get("marker", {}).get("size", ())
                    for x, size in zip(bar.get("x", ()), sizes, strict=True):
                        half = size * 1.4 / 2
                        assert x - half >= 0 and x + half <= layout.size[0], name


@EVERY
def test_no_printed_sum_claims_more_than_its_digits_hold(board) -> None:
    for frames in board.frames:
        for frame in frames:
            assert honest(frame.told.sentence) == frame.told.sentence
            told = re.sub(r"<[^>]+>", "", frame.told.sentence)
            assert not re.search(r"\d\.\d+[^.;:]* makes −?\d\.\d", told), "a sum that = can hide in"


@EVERY
def test_the_framed_card_is_the_moment_whose_bars_are_shown(board) -> None:
    """Also where the story is told on to its end: the fruit in the bars are those held before."""
    for frames, table in zip(board.frames, board.tables, strict=True):
        for frame in frames:
            for layout in LAYOUTS:
                left = min(frame.patches[layout.name]["now"]["x"])
                top = min(frame.patches[layout.name]["now"]["y"])
                (framed,) = (n for n in range(8) if layout.card_box(n)[:2] == (left, top))
                inks = frame.patches[layout.name]["card text"]["textfont"]["color"]
                texts = frame.patches[layout.name]["card text"]["text"]
                assert [ink == "$ink" for ink in inks] == [n == framed for n in range(8)]
                card = re.sub(r"<b>.+</b>$", "", texts[framed]).strip().replace("<br>", " ")
                eaten = "In another story Mia eats an apple" in frame.told.sentence
                assert card == ("Mia eats an apple" if eaten else table.caption)


@EVERY
def test_the_cards_show_all_that_is_held(board) -> None:
    """Fruit by fruit, or one and how many."""
    for frames in board.frames:
        for frame in frames:
            seen, many = (frame.patches["wide"][name] for name in ("card fruit", "card count"))
            drawn = np.reshape(seen["marker"]["opacity"], (-1, MOST_FRUIT)).sum(axis=1)
            for count, text in zip(drawn, many["text"], strict=True):
                assert text == NO_TEXT or (count == 1 and int(text[4:-4]) > MOST_FRUIT)


def test_fruit_that_go_in_unasked_are_counted_on_the_cards() -> None:
    cards = held_open("i", write.STORY).cards("i")[: write.ASKED + 1]
    many = BOARDS["input-gate"].frames[2][2].patches["wide"]["card count"]["text"]
    assert (
        [text for text in many if text != NO_TEXT]
        == [f"<b>×{count}</b>" for card in cards for count in card.fruit if count > MOST_FRUIT]
        != []
    )


def gates(run: Basket, gate: str, sentence: int) -> np.ndarray:
    values: np.ndarray = getattr(run.trace, gate)[run.at[sentence]]
    return values


def test_the_forget_gate_falls_at_one_word_alone() -> None:
    run, held, told = (
        forget.run(),
        held_open("f", forget.run().sentences),
        sentences(BOARDS["forget-gate"]),
    )
    assert gates(run, "f", forget.EMPTIES).max() < 0.05
    elsewhere = np.delete(run.trace.f, run.at[forget.EMPTIES], axis=0).min()
    said = float(re.search(r"stands above (\d\.\d\d)", told[0][2])[1])
    assert said < elsewhere == forget.open_elsewhere(run) < said + 0.01
    before = run.at[forget.EMPTIES] - 1
    assert [run.fruit(before, unit) for unit in (0, 1)] == [2, 1], "two apples and a pear"
    assert run.cell.bias[run.cell.rows("f")].min() > 3, "the bias holds it open"
    # Held open, what was there stays, and is counted at the end.
    np.testing.assert_array_equal(held.trace.f, 1)
    assert (run.answer(forget.ASKED), held.answer(forget.ASKED)) == (0, 2)
    assert int(run.counts[run.at[forget.ASKED], 0]) == 0 and "none are in the basket" in told[3][2]
    assert "says 2 apples" in told[3][2]
    sings = run.at[forget.SINGS]
    assert [run.fruit(sings, unit) for unit in (0, 1)] == [0, 1], "a pear and no apple"


def test_no_gate_looks_at_the_cell_state() -> None:
    """As the questions say: more in the basket, and the gates are the same."""
    run = forget.run()
    t = run.at[forget.SINGS]
    fuller = run.cell.run(run.trace.x[t : t + 1], run.trace.h_prev[t], run.trace.c_prev[t] + 1)
    np.testing.assert_array_equal(fuller.f[0], run.trace.f[t])


def test_the_input_gate_opens_for_the_fruit_that_is_picked() -> None:
    run, told = write.run(), sentences(BOARDS["input-gate"])
    apple, pear = gates(run, "i", write.APPLE), gates(run, "i", write.PEAR)
    assert apple[0] > 0.8 > 0.02 > apple[1] and pear[1] > 0.8 > 0.02 > pear[0]
    assert gates(run, "i", write.SEEN).max() < 0.01
    written = run.trace.written[run.at[write.APPLE], 0]
    assert run.read_out[0, 0] * np.tanh(written) == pytest.approx(1, abs=0.1), "about one apple"
    held = held_open("i", write.STORY)
    assert held.answer(write.ASKED) > run.answer(write.ASKED) == 2
    assert f"the network says {held.answer(write.ASKED)} instead of 2" in told[2][2]
    cards = BOARDS["input-gate"].frames[2][2].patches["wide"]["card text"]["text"]
    assert cards[write.ASKED].endswith(f"<b>{held.answer(write.ASKED)}</b>")
    assert run.cell.bias[run.cell.rows("i")].max() < -3, "the bias holds it shut"


def test_what_is_on_offer_is_said_with_the_digits_that_are_drawn() -> None:
    for frames in BOARDS["input-gate"].frames[:3]:
        drawn = frames[0].patches["wide"]["before text"]["text"]
        assert len(drawn) == 2 and all(number in frames[0].told.sentence for number in drawn)


@pytest.mark.parametrize(
    ("room", "sentence"), [(INPUT, write.APPLE), (OUTPUT, show.ASKED)], ids=["input", "output"]
)
def test_where_a_gate_comes_from_is_told_at_length_once_and_then_in_one_stop(room, sentence):
    assert len(BOARDS["forget-gate"].frames[1]) == 3
    board, run, gate = BOARDS[room.id], room.run(), room.id[0]
    assert board.steps[-1] == "Where from?"
    assert len(board.frames[-1]) == (3 if room is INPUT else 1), "the candidate has a sum, too"
    told = board.frames[-1][0]
    for layout in LAYOUTS:
        shown = told.patches[layout.name]
        boxes = [re.sub(r"<[^>]+>", "", text) for text in shown["sum numbers"]["text"]]
        for unit, (*parts, z, value) in enumerate((boxes[:5], boxes[5:])):
            values = [float(text.replace("−", "-")) for text in parts]
            assert sum(values) == pytest.approx(float(z.replace("−", "-")), abs=0.011)
            assert float(value) == pytest.approx(gates(run, gate, sentence)[unit], abs=5e-3)
        assert "σ →" in shown["sum signs"]["text"]
        colours = told.patches[layout.name]["sum boxes"]["marker"]["color"]
        values = gates(run, gate, sentence)
        assert colours[4::5] == [f"${gate}@{round(float(value), 4)}" for value in values]
    one = run.sums(sentence, gate)[0]
    assert one.adds_up in told.told.numbers and one.squashed_by("σ") in told.told.numbers


def test_the_candidate_is_tanh_of_a_sum_of_its_own_and_may_take_away() -> None:
    run, eating, frames = write.run(), write.eating(), BOARDS["input-gate"].frames[-1]
    assert run.sentences[: write.EATEN] == eating.sentences[: write.EATEN]
    for frame, basket, sentence in (
        (frames[1], run, write.APPLE),
        (frames[2], eating, write.EATEN),
    ):
        one, (offer, _) = basket.sums(sentence, "g")[0], gates(basket, "g", sentence)
        assert np.tanh(one.word + one.hidden + one.bias) == pytest.approx(offer)
        assert one.adds_up in frame.told.numbers and one.squashed_by("tanh") in frame.told.numbers
        for layout in LAYOUTS:
            shown = frame.patches[layout.name]
            assert ("tanh →" if layout.wide else "→") in shown["sum signs"]["text"]
            assert shown["sum boxes"]["marker"]["color"][4] == f"$values@{round(float(offer), 4)}"
    told = sentences(BOARDS["input-gate"])[-1][2]
    t, trace = eating.at[write.EATEN], eating.trace
    assert trace.g[t, 0] < 0 < 0.5 < trace.i[t, 0]
    taken = multiplied(number(trace.i[t, 0]), number(trace.g[t, 0]), number(trace.written[t, 0]))
    assert f"{taken} is written. That takes an apple away, from 2 to 1" in told
    assert [eating.fruit(at, 0) for at in (t - 1, t)] == [2, 1] == [2, int(eating.counts[t, 0])]


def test_what_h_adds_is_next_to_nothing_as_the_output_gate_says() -> None:
    """In all that the three scenes sum up, and why."""
    shown = [(forget.run(), "f", forget.EMPTIES), (write.run(), "i", write.APPLE)]
    run = show.run()
    for story, gate, sentence in (*shown, (run, "o", show.ASKED)):
        assert all(number(one.hidden) == "0.00" for one in story.sums(sentence, gate))
    told = sentences(BOARDS["output-gate"])[-1][0]
    assert "h adds 0.00: at the word before nobody asked" in told
    assert "h was 0.00 and 0.00" in told
    before = run.at[show.ASKED] - 1
    assert run.words[before] == "." and run.trace.o[before].max() < 0.01


def test_what_tanh_changes_is_said_as_it_is() -> None:
    run, many, told = show.run(), show.many(), sentences(BOARDS["output-gate"])[0]
    t, of_many = run.at[show.ASKED], many.at[show.MANY]
    c, larger = run.trace.c[t, 0], many.trace.c[of_many, 0]
    assert f"{c:.3f} becomes {np.tanh(c):.3f}, hardly less" in told[0]
    assert (
        f"the {number(larger)} of {show.MANY} apples would become {number(np.tanh(larger))}"
        in told[0]
    )
    assert 1 - np.tanh(c) / c < 0.03 < 0.1 < 1 - np.tanh(larger) / larger
    assert many.fruit(of_many - 1, 0) < show.MANY == many.counts[of_many, 0]
    frame = BOARDS["output-gate"].frames[0][0]
    for layout in LAYOUTS:
        text = frame.patches[layout.name]["before text"]["text"][0]
        assert text == f"tanh({c:.3f}) = {np.tanh(c):.3f}"


def test_the_answer_is_a_product_that_holds_as_printed() -> None:
    told = sentences(BOARDS["output-gate"])[0][2]
    a, b, product = re.search(r"(\d\.\d+) × (\d\.\d+) = (\d\.\d\d)\.", told).groups()
    assert round(float(a) * float(b), 2) == float(product)
    run = show.run()
    assert number(run.outputs[run.at[show.ASKED], 0]) == product, "the rest adds next to nothing"


def test_the_output_gate_lets_the_asked_unit_speak() -> None:
    run, held, told = (
        show.run(),
        held_open("o", show.run().sentences),
        sentences(BOARDS["output-gate"]),
    )
    asked = gates(run, "o", show.ASKED)
    assert asked[0] > 0.9 > 0.01 > asked[1] and gates(run, "o", show.SINGS).max() < 0.01
    assert run.said(show.ASKED) == (2, 0) and run.said(show.SINGS) == (0, 0)
    assert [run.fruit(run.at[show.SINGS], unit) for unit in (0, 1)] == [2, 1], "held all the same"
    assert held.said(show.SINGS) == (2, 1) and "says 2 and 1" in told[2][2]
    assert [any(held.said(n)) for n in range(show.SINGS + 1)] == [True] * (show.SINGS + 1)
    assert run.cell.bias[run.cell.rows("o")].max() < -3, "the bias holds it shut"
