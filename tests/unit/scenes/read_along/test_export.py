"""What is saved of a reading is its record, number by number."""

import csv
import io

import numpy as np

from lstm_viz.reading.effect import Hold
from lstm_viz.scenes.read_along.export import SAVED, as_csv, as_npz
from lstm_viz.scenes.read_along.record import reading as read


def _table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"))))


def test_the_units_that_were_asked_for_are_saved_in_full() -> None:
    reading = read('to be,\n"=1" é', (Hold(98, "f", 0.25),))
    units = [98, 0]
    with np.load(io.BytesIO(as_npz(reading, units))) as saved:
        named = {"units", "characters", "read_as", "surprise", "c0", "h0", "clamped_f"}
        assert set(saved) == {*SAVED, *named}
        assert SAVED == ("f", "i", "g", "o", "c", "h")
        for name in SAVED:
            np.testing.assert_array_equal(saved[name], getattr(reading.trace, name)[:, units])
        np.testing.assert_array_equal(saved["units"], units)
        np.testing.assert_array_equal(saved["c0"], reading.trace.c0[units])
        np.testing.assert_array_equal(saved["clamped_f"], [0.25, np.nan])
        np.testing.assert_array_equal(saved["surprise"], reading.surprise)
        assert tuple(saved["characters"]) == reading.text
        assert tuple(saved["read_as"]) == reading.read_as

    rows = _table(as_csv(reading, units))
    assert [row["character"] for row in rows] == list(reading.text)
    assert [row["read_as"] for row in rows] == list(reading.read_as)
    assert [float(row["surprise"]) for row in rows] == reading.surprise.tolist()
    for name in SAVED:
        for unit in units:
            column = [float(row[f"{name}_{unit}"]) for row in rows]
            assert column == getattr(reading.trace, name)[:, unit].tolist()


def test_what_no_file_expects_can_be_saved() -> None:
    nothing = read("")
    assert _table(as_csv(nothing, [0])) == []
    with np.load(io.BytesIO(as_npz(nothing, [0]))) as saved:
        assert saved["f"].shape == (0, 1)
    half = read("a\ud800b")
    assert [row["character"] for row in _table(as_csv(half, [1]))] == ["a", "\ufffd", "b"]
    with np.load(io.BytesIO(as_npz(half, [1]))) as saved:
        assert saved["c"].shape == (3, 1)
