"""The scene on the cell state: what it shows and says, against the runs of both networks."""

import re

import numpy as np
import pytest

from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.lesson.glossary import linked
from lstm_viz.networks import basket as networks
from lstm_viz.notation import honest, number, percent
from lstm_viz.player.questions import questions_payload
from lstm_viz.scenes.cell_state.picture import board
from lstm_viz.scenes.cell_state.picture.belt import belt_at_rest, belt_patches
from lstm_viz.scenes.cell_state.picture.board import MOMENTS
from lstm_viz.scenes.cell_state.picture.kept_written import STAGES, sum_at_rest, sum_patches
from lstm_viz.scenes.cell_state.picture.layout import BARS, BELTS, CURVE, SUMS
from lstm_viz.scenes.cell_state.picture.way_back import WAYS
from lstm_viz.scenes.cell_state.questions import QUESTIONS
from lstm_viz.scenes.cell_state.record import ASKED, EVENTS, SINGS, numbers_of, run, update
from lstm_viz.scenes.cell_state.words import ENDING, OPENING, captions
from lstm_viz.tasks.basket import QUESTIONS as ASKS
from lstm_viz.tasks.basket import sentence

CARRIED = run()
AT = update(CARRIED.basket)
BOARD = board(CARRIED)
NAMES = (networks.LSTM, networks.RNN)


def told() -> str:
    return " ".join(re.sub(r"<[^>]+>", "", one.sentence) for one in captions(CARRIED, AT))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sung", [0, 10, 11, SINGS])
def test_answers_are_what_the_networks_say_to_the_whole_story(name: str, sung: int) -> None:
    words = [word for told in (*EVENTS, *["sings"] * sung) for word in sentence(told)]
    outputs = networks.read([*words, ASKS[ASKED]], name).outputs
    assert CARRIED.answers[name][sung] == np.rint(outputs[-1, ASKED])


def test_the_lstm_carries_the_number_and_this_rnn_did_not() -> None:
    lstm, rnn = (CARRIED.answers[name] for name in NAMES)
    assert len(lstm) == len(rnn) == SINGS + 1
    assert set(lstm) == {CARRIED.so} and set(CARRIED.fruit) == {(2, 1)}
    so_far = CARRIED.told(networks.RNN)
    assert set(rnn[: so_far + 1]) == {CARRIED.so} and set(rnn[so_far + 1 :]) == {rnn[-1]}
    assert rnn[-1] != CARRIED.so
    assert f"says {CARRIED.so} up to the {so_far}th time, then {rnn[-1]}" in told()
    for unit, value in enumerate(("0.25", "0.13")):
        assert {number(c) for c in CARRIED.c[:, unit]} == {value}, "as it is, as far as is printed"
    assert np.abs(CARRIED.h[-1] - CARRIED.h[0]).max() > 0.5, "it drifts"


def test_gates_stay_as_is_said_while_she_sings() -> None:
    first = CARRIED.basket.until[len(EVENTS) - 1] + 1
    assert CARRIED.basket.trace.f[first:].min() > 0.99
    assert CARRIED.basket.trace.i[first:].max() < 0.01


@pytest.mark.parametrize("t", [0, 1, 45, 89, 90])
def test_the_way_back_is_what_small_changes_do(t: int) -> None:
    """Along c and through h, against central differences of the rest of the run."""
    first, last = (CARRIED.basket.until[n] for n in (len(EVENTS) - 1, -1))
    for name in NAMES:
        assert len(CARRIED.back[name]) == last - first + 1
        assert CARRIED.back[name][-1] == 1
    at = slice(first + 1 + t, last + 1)
    f = CARRIED.basket.trace.f[at].prod(axis=0)
    assert CARRIED.back[networks.LSTM][t] == pytest.approx(f.min())
    rival = networks.read(CARRIED.basket.words, networks.RNN).traces[0]
    (cell,), eye, step = networks.model(networks.RNN).layers, np.eye(6), 1e-6
    if t < last - first:
        ends = [
            [cell.run(rival.x[at], rival.h[first + t] + sign * row).h[-1] for row in step * eye]
            for sign in (1, -1)
        ]
        jacobian = np.subtract(*ends).T / (2 * step)
        wanted = np.linalg.norm(jacobian, 2)
        assert CARRIED.back[networks.RNN][t] == pytest.approx(wanted, rel=1e-4)


def test_what_is_said_of_the_way_back() -> None:
    lstm, rnn = (CARRIED.back[name] for name in NAMES)
    assert (
        "98 % comes back over 90 words" in told()
        and "and at most 3 % is left at the start" in told()
    )
    assert f"first grows, to at most {number(rnn.max())} times, falls to about 1 %" in told()
    assert percent(rnn.min()) == "1 %" and 0 < rnn.argmin() < rnn.argmax(), "grows, falls, rises"
    assert "over the same 90 words, 98 % comes back along the sum" in told()
    alone, both = (frame for m, (frame,) in zip(MOMENTS, BOARD.frames, strict=True) if m.back)
    for name in ("wide", "tall"):
        for frame, seen in ((alone, 0), (both, 1)):
            shown = frame.patches[name]
            assert shown["way h"]["opacity"] == seen == shown["way h arrives"]["opacity"]
            assert any("through this RNN" in text for text in shown["way words"]["text"]) == seen
            assert shown["way c"]["opacity"] == 1
    assert rnn.max() > 1 and rnn[:60].max() < 0.15 and rnn[60:].argmax() > 20, "nearer to the end"
    assert lstm.min() == lstm[0] and percent(lstm[0]) == "98 %" and percent(rnn[0]) == "3 %"
    for way in WAYS:
        assert all(0 < way.up(value) < 1 for values in (lstm, rnn) for value in values)


def test_what_is_printed_opens_where_it_comes_from() -> None:
    for moment, (frame,) in zip(MOMENTS, BOARD.frames, strict=True):
        assert bool(frame.why) != moment.back
        for lines in frame.why.values():
            assert all(honest(line) == line for line in lines)
    (numbers,) = BOARD.frames[4]
    assert "kept, apples: 1.00 × 0.13 = 0.13" in numbers.why["kept"]
    for picture in BOARD.pictures.values():
        named = {trace["customdata"][0][0] for trace in picture.data if "customdata" in trace}
        assert named == {name for (frame,) in BOARD.frames for name in frame.why}


def test_the_networks_are_as_large_and_measured_as_is_said() -> None:
    lstm, rnn = (numbers_of(name) for name in NAMES)
    assert (lstm, rnn) == (150, 146)
    assert f"({rnn} weights and biases, the LSTM {lstm})" in told()
    right = [networks.right_after(name)[40] for name in NAMES]
    assert f"right {100 * right[0]:.0f} % of the time, this RNN {100 * right[1]:.0f} %" in told()
    assert "cannot" not in told()


def test_the_apple_stays_and_the_pear_comes() -> None:
    assert AT.fruit == {"kept": (1, 0), "written": (0, 1), "c": (1, 1)}
    np.testing.assert_allclose(
        np.add(AT.signals["kept"], AT.signals["written"]), AT.signals["c"], atol=1e-12
    )
    (numbers,) = [one.numbers for one in captions(CARRIED, AT) if one.numbers]
    assert honest(numbers) == numbers
    for name in ("f", "c_prev", "i", "g", "c"):
        for value in AT.signals[name]:
            assert number(value) in numbers
    f, i = AT.signals["f"], AT.signals["i"]
    assert min(f) > 0.99 and i[1] > 0.9 > 0.01 > i[0]


def test_it_is_told_in_few_presses() -> None:
    assert len(BOARD) - 1 + len(QUESTIONS) + 1 <= 14
    said = captions(CARRIED, AT)
    assert len(said) == len(MOMENTS) and len({one.sentence for one in said}) == len(said)
    assert "[[" not in linked(OPENING + ENDING)


def test_questions_have_one_right_answer_before_it_is_shown() -> None:
    right = [one["right"] for one in questions_payload(QUESTIONS, CARRIED)]
    options = [one.options[n].text for one, n in zip(QUESTIONS, right, strict=True)]
    assert options == ["an apple and a pear", "all of it"]
    added, sung = (MOMENTS[one.t] for one in QUESTIONS)
    assert added.sum == "c" and sung.sung == SINGS


@pytest.mark.parametrize("layout", ["wide", "tall"])
def test_one_picture_is_there_at_a_time_and_every_patch_fits(layout: str) -> None:
    traces = {trace["name"]: trace for trace in BOARD.pictures[layout].data}
    assert len(traces) == len(BOARD.pictures[layout].data)
    sums = next(one for one in SUMS if one.name == layout)
    of_sum = {trace["name"] for trace in sum_at_rest(sums)}
    for moment, (frame,) in zip(MOMENTS, BOARD.frames, strict=True):
        patches = frame.patches[layout]
        assert set(patches) == set(traces)
        for name, patch in patches.items():
            texts = patch.get("text")
            assert texts is None or len(texts) == len(traces[name]["x"]), name
            if (name in of_sum) != bool(moment.sum):
                assert patch.get("opacity") == 0 or set(texts) == {NO_TEXT}, name


@pytest.mark.parametrize("layout", SUMS, ids=lambda layout: layout.name)
def test_bars_are_as_long_as_their_values_and_on_the_picture(layout) -> None:
    width, height = layout.size
    for stage in STAGES:
        drawn = sum_patches(layout, AT, stage)
        for k, name in enumerate(BARS):
            for unit in (0, 1):
                (x, y), size = layout.bars[unit][k], drawn[name]["marker"]["size"][unit]
                of = "c_prev" if stage == "before" and name == "kept" else name
                length = max(layout.bar[0] * AT.signals[of][unit] / AT.largest, 0.5)
                assert size * 1.4 == pytest.approx(length, abs=0.02)
                assert x + length <= width and y + layout.bar[1] / 2 < height
    for unit in (0, 1):
        for k in (0, 1):
            left, top, right, bottom = layout.gate_box(unit, k)
            assert 0 <= left < right < layout.bars[unit][k][0] and 0 <= top < bottom <= height


@pytest.mark.parametrize("layout", BELTS, ids=lambda layout: layout.name)
def test_the_belt_is_on_the_picture(layout) -> None:
    width, height = layout.size
    for n in (0, SINGS):
        for x0, y0, x1, y1 in (layout.box(n, rival=True), layout.gate_box(n, 1, 1)):
            assert 0 <= x0 < x1 <= width and 0 <= y0 < y1 <= height
        for unit in (0, 1):
            x, y = layout.fruit_at(n, unit, 1)
            assert 0 <= x <= width and 0 <= y <= height
        low, high = (layout.level_at(n, value) for value in (0, CURVE[-1]))
        assert all(0 <= x <= width and 0 <= y <= height for x, y in (low, high))
    assert CARRIED.c.max() < CURVE[-1] and CARRIED.c.min() > 0
    for sung, rival in ((4, False), (4, True)):
        drawn = belt_patches(layout, CARRIED, sung, rival=rival, asked=False)
        for unit in (0, 1):
            x, y = drawn[f"curve {unit}"]["x"], drawn[f"curve {unit}"]["y"]
            points = [layout.level_at(n, CARRIED.c[n, unit]) for n in range(sung + 1)]
            assert list(zip(x, y, strict=True)) == points
            assert drawn[f"curve {unit}"]["opacity"] == float(not rival)
    colours = next(one for one in belt_at_rest(layout, CARRIED) if one["name"] == "h")
    assert colours["marker"]["color"] == pytest.approx(CARRIED.h.ravel(), abs=1e-4)
