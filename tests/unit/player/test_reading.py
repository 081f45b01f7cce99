"""What is sent of a reading is small, and is what the record says."""

import json
from base64 import b64decode

import numpy as np
import pytest

from lstm_viz.player.assets import reading_script, reading_style, reading_template, script
from lstm_viz.player.reading import LONGEST, packed_bytes, packed_shares, reading_payload
from lstm_viz.reading import read
from tests.unit.player.decode import decode
from tests.unit.player.readings import ALPHABET, HIDDEN, TEXT, network, reading

MOST_BYTES = 150_000
"""For 500 characters, on the wire."""


def shares(packed):
    return np.frombuffer(b64decode(packed["data"]), "<u2").reshape(packed["shape"]) / 65_535


def signed(packed, scale):
    return (2 * shares(packed) - 1) * scale


@pytest.fixture(scope="module")
def record():
    return reading()


def test_the_characters_are_those_that_were_typed(record):
    sent = reading_payload(record, units=(2,))
    assert "".join(sent["characters"]) == TEXT
    assert sent["readAs"] == {t: record.read_as[t] for t in range(len(TEXT)) if record.mapped[t]}
    assert len(sent["readAs"]) == 2  # é and the snowman


def test_surprise_and_guesses_are_the_records(record):
    sent = reading_payload(record, units=(2,))
    np.testing.assert_allclose(decode(sent["surprise"]), record.surprise, rtol=1e-6)
    top = np.frombuffer(b64decode(sent["top"]["data"]), np.uint8).reshape(sent["top"]["shape"])
    np.testing.assert_array_equal(top, record.top)
    np.testing.assert_allclose(shares(sent["topProbability"]), record.top_probability, atol=1e-5)
    assert len(top) == len(record) + 1  # the last row is on what comes after the text


def test_the_chosen_units_signals_are_sent_in_full(record):
    sent = reading_payload(record, units=(4, 1))
    assert sent["unit"] == 4
    for name, packed in sent["signals"].items():
        np.testing.assert_allclose(decode(packed), getattr(record.trace, name)[:, 4], rtol=1e-6)
    assert sent["start"] == record.trace.c_prev[0, 4]


def test_other_units_are_sent_as_they_are_painted(record):
    sent = reading_payload(record, units=(4, 1, 7))
    assert [other["unit"] for other in sent["others"]] == [1, 7]
    for other in sent["others"]:
        c = record.trace.c[:, other["unit"]]
        assert other["scale"] == other["size"] == max(1, np.abs(c).max())
        np.testing.assert_allclose(signed(other["c"], other["size"]), c, atol=other["size"] * 2e-5)


def test_full_colour_can_be_another_readings(record):
    """With a gate held a cell state may grow: values stay true, colours are the unheld run's."""
    forget = np.full(HIDDEN, np.nan)
    forget[[4, 1]] = 1.0
    held = read.read(network(), ALPHABET, TEXT, clamp={"f": forget})
    grown = [float(np.abs(held.trace.c[:, unit]).max()) for unit in (4, 1)]
    usual = [max(1, float(np.abs(record.trace.c[:, unit]).max())) for unit in (4, 1)]
    assert grown[1] > usual[1]
    sent = reading_payload(held, units=(4, 1), paint=("c", 1), scale_of=record)
    assert [sent["scale"], sent["others"][0]["scale"]] == pytest.approx(usual)
    assert sent["paint"]["scale"] == pytest.approx(usual[1])
    (other,) = sent["others"]
    np.testing.assert_allclose(signed(other["c"], other["size"]), held.trace.c[:, 1], atol=1e-3)
    painted = signed(sent["paint"]["values"], sent["paint"]["scale"])
    np.testing.assert_allclose(painted, np.clip(held.trace.c[:, 1], -usual[1], usual[1]), atol=1e-3)


@pytest.mark.parametrize("name", [*"figoch"])
def test_letters_can_be_painted_with_any_signal_of_any_unit(record, name):
    paint = reading_payload(record, units=(0,), paint=(name, 5))["paint"]
    values = getattr(record.trace, name)[:, 5]
    assert paint["signal"] == name
    if name in "fio":
        np.testing.assert_allclose(shares(paint["values"]), values, atol=1e-5)
    else:
        np.testing.assert_allclose(signed(paint["values"], paint["scale"]), values, atol=1e-4)


@pytest.mark.parametrize(
    "asked, expected",
    [
        ({"units": (HIDDEN,)}, f"from 0 to {HIDDEN - 1}, got {HIDDEN}"),
        ({"units": (0, -1)}, "got -1"),
        ({"units": (0,), "paint": ("f", HIDDEN)}, f"got {HIDDEN}"),
        ({"units": (0,), "paint": ("x", 0)}, "got 'x'"),
        ({"units": (0, 1, 2, 3, 4)}, "one to 4"),
        ({"units": (0, 0)}, "one to 4 different"),
    ],
    ids=str,
)
def test_what_there_is_not_is_refused(record, asked, expected):
    with pytest.raises(ValueError, match=expected):
        reading_payload(record, **asked)


def test_an_empty_text_can_be_sent():
    sent = reading_payload(reading(""), units=(0, 1), paint=("c", 1))
    assert sent["characters"] == [] and sent["top"]["shape"] == [1, 5]
    assert json.loads(json.dumps(sent)) is not None


def test_500_characters_of_four_units_are_small_on_the_wire():
    noise = np.random.default_rng(1).choice(list("abcdefghijklmnop qrstuvwxyz"), 500)
    payload = reading_payload(reading("".join(noise)), units=(0, 1, 2, 3), paint=("h", 2))
    sent = json.dumps(payload)
    assert 10_000 < len(sent) + len(reading_style()) + len(reading_template()) < MOST_BYTES


def test_another_text_unit_or_paint_is_another_payload(record):
    def sent(units=(0, 1), paint="surprise", text=None):
        return json.dumps(
            reading_payload(reading(text) if text else record, units=units, paint=paint)
        )

    made = [
        sent(),
        sent(units=(1, 0)),
        sent(paint=("c", 0)),
        sent(paint=("c", 1)),
        sent(text="who"),
    ]
    assert len(set(made)) == len(made)
    assert sent() == made[0]


def test_shares_are_kept_within_0_and_1():
    assert shares(packed_shares(np.array([-0.5, 0, 0.25, 1, 2]))).tolist() == pytest.approx(
        [0, 0, 0.25, 1, 1], abs=1e-5
    )


@pytest.mark.parametrize("bad", [256, -1])
def test_more_characters_than_a_byte_can_number_are_refused(bad):
    with pytest.raises(ValueError, match="from 0 to 255"):
        packed_bytes(np.array([0, bad]))


def test_as_long_a_text_is_taken_as_can_be_read():
    assert LONGEST == read.LONGEST


def test_the_players_own_script_does_not_carry_the_reading():
    assert "class ReadingAlong" in reading_script() and "class ReadingAlong" not in script()
    assert "class Player" not in reading_script()
