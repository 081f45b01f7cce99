"""The shipped network on music: what it says of it, and how it goes on."""

import numpy as np
import pytest

from lstm_viz.networks.chorales.beginnings import beginnings
from lstm_viz.networks.chorales.form import clashes, comes_back
from lstm_viz.networks.chorales.notes import (
    HIGH,
    LOW,
    PITCHES,
    chord_of,
    chords_of,
    is_white,
    name_of,
    named,
    roll_of,
)
from lstm_viz.networks.chorales.piece import (
    BY_CELL,
    NAME,
    go_on,
    known_chords,
    nats,
    nats_as_wholes,
    network,
    read,
    read_shapes,
    write_shapes,
)
from lstm_viz.networks.chorales.scores import scores
from lstm_viz.networks.recipes.chorales import nats_of_beginnings
from lstm_viz.networks.stored import load

BEGINS = next(iter(beginnings().values()))
GIVEN = BEGINS.chords[: BEGINS.given]


def on(quarters: int = 12, **how) -> tuple:
    how = {"temperature": 0.8, "seed": 3, **how}
    return go_on(network(), GIVEN, quarters, **how).chords


def test_what_ships_scores_on_the_shipped_beginnings_what_its_file_says() -> None:
    for name in BY_CELL.values():
        stored = load(name)
        said = float(stored.metadata["beginnings"])
        assert nats_of_beginnings(stored.model) == pytest.approx(said, abs=1e-3), name
    said = float(load(NAME).metadata["beginnings"])
    one_by_one = [read(network(), one.chords).nats for one in beginnings().values()]
    assert np.concatenate(one_by_one).mean() == pytest.approx(said, abs=1e-3)


def test_it_beats_what_needs_no_network_and_drawing_wholes_beats_drawing_notes() -> None:
    found = scores()
    assert found.nats < found.rivals.each_goes_on - 1 < found.rivals.frequencies - 1
    assert found.wholes.whole < found.wholes.by_notes - 1
    form = found.form
    assert form.clash["whole 0.8"] < 0.03 < 0.15 < form.clash["notes 0.8"] < form.clash["notes 1"]
    assert form.again["whole 0.8"] < form.again["Bach"] / 2
    look = found.look
    assert abs(look.correlation) == max(look.others.values()) == look.others[look.what]


def test_the_unit_to_look_at_does_on_the_beginnings_what_was_measured() -> None:
    look = scores().look
    assert (look.signal, look.what) == ("c", "how many quarters have passed")
    for begins in beginnings().values():
        trace = read(network(), begins.chords).trace
        passed = np.arange(len(begins.chords))
        assert np.corrcoef(trace.c[1:, look.unit], passed)[0, 1] > 0.95


def test_a_piece_says_of_each_quarter_what_it_was_likely_before_it_came() -> None:
    piece = read(network(), GIVEN)
    assert piece.z.shape == (len(GIVEN) + 1, len(PITCHES)) and len(piece.trace) == len(GIVEN) + 1
    came = roll_of(GIVEN)
    likely = piece.expected[:-1]
    by_hand = -np.log(np.where(came > 0, likely, 1 - likely)).sum(axis=1)
    assert piece.nats == pytest.approx(by_hand)
    assert read(network(), GIVEN[:3]).z == pytest.approx(piece.z[:4])
    assert not piece.trace.x[0].any() and piece.trace.x[1:] == pytest.approx(came)


def test_a_longer_continuation_begins_as_a_shorter_one_and_another_seed_is_another() -> None:
    for known in (None, known_chords()):
        assert on(12, known=known)[:15] == on(7, known=known)
        assert on(known=known) != on(known=known, seed=4)
    assert on()[: len(GIVEN)] == GIVEN
    assert go_on(network(), (), 4, temperature=1, seed=1).given == 0


def test_what_is_drawn_as_a_whole_is_one_of_the_known_chords() -> None:
    there = set(map(tuple, known_chords().astype(int).tolist()))
    assert len(there) == scores().wholes.chords
    drawn = on(40, known=known_chords(), temperature=1.5)[len(GIVEN) :]
    assert {tuple(row) for row in roll_of(drawn).astype(int).tolist()} <= there
    assert not any(clashes(chord) for chord in on(40, known=known_chords(), temperature=0.2))


def test_at_a_low_temperature_the_likeliest_is_drawn() -> None:
    for chord, before in _steps(on(6, temperature=0.01)):
        assert roll_of([chord])[0] == pytest.approx((before > 0).astype(float))
    for chord, before in _steps(on(6, temperature=0.01, known=known_chords())):
        best = known_chords()[int((known_chords() @ before).argmax())]
        assert chord == chords_of(best[np.newaxis])[0]


def _steps(chords) -> list:
    z = read(network(), chords).z
    return [(chords[t], z[t]) for t in range(len(GIVEN), len(chords))]


def test_the_probabilities_of_wholes_sum_to_1_and_go_by_those_of_the_notes() -> None:
    known = known_chords()
    z = read(network(), GIVEN).z[-1:]
    each = nats_as_wholes(z, known, known)
    assert np.exp(-each).sum() == pytest.approx(1)
    by_notes = nats(z, known.astype(float))
    assert each - by_notes == pytest.approx(np.full(len(known), each[0] - by_notes[0]), abs=1e-3)
    assert nats_as_wholes(z, roll_of([(60, 61, 62)]), known).tolist() == [np.inf]
    rows = read(network(), GIVEN).z[-2:]
    alone = [nats_as_wholes(rows[[t]], known[[t]], known).item() for t in range(2)]
    assert nats_as_wholes(rows, known[:2], known) == pytest.approx(alone)


def test_chords_rolls_shapes_and_names_go_over_into_each_other() -> None:
    chords = ((60, 64, 67), (), (36, 81))
    assert chords_of(roll_of(chords)) == chords
    assert chord_of([67, 60, 60]) == (60, 67) and chord_of([]) == ()
    for outside in (LOW - 1, HIGH + 1):
        with pytest.raises(ValueError, match="expected pitches from 36 to 81"):
            chord_of([60, outside])
    assert [name_of(pitch) for pitch in (36, 60, 61, 70, 81)] == ["C2", "C4", "C♯4", "B♭4", "A5"]
    assert named((57, 61)) == "A3 C♯4" and named(()) == "a rest"
    assert [pitch for pitch in range(60, 72) if is_white(pitch)] == [60, 62, 64, 65, 67, 69, 71]
    shapes = ((0, 7, 16), (0,))
    assert read_shapes(write_shapes(shapes)) == shapes


def test_clashes_and_tunes_that_come_back_are_counted() -> None:
    assert clashes((60, 61)) and not clashes((60, 62, 73)) and not clashes(())
    tune = tuple((pitch,) for pitch in (60, 62, 64, 65, 67, 65, 64, 62))
    assert comes_back(tune) == 0 and comes_back((*tune, *tune)) == 1
    other = tuple((50, *chord) for chord in tune)
    assert comes_back((*tune, (71,), *other)) == 1, "with another bass it is the same tune"
    assert comes_back(((60,),) * 40) == 0, "one note again and again is no tune"


def test_beginnings_are_phrases_within_what_the_network_reads() -> None:
    assert len(beginnings()) == 6
    for one in beginnings().values():
        assert one.given - 1 in one.ends and one.given < len(one.chords) == 32
        assert all(chord_of(chord) == chord for chord in one.chords)
        assert 0 <= one.upbeat < one.bar
