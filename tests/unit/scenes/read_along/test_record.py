"""Readings are kept while there is room, and read once."""

import threading

from lstm_viz.reading.effect import Hold
from lstm_viz.scenes.read_along.record import ReadingCache


class Reader:
    """Reads a text as the text itself, and remembers what it was asked."""

    def __init__(self):
        self.asked = []

    def __call__(self, text, holds):
        self.asked.append((text, holds))
        return text


def test_a_text_is_read_once():
    reader = Reader()
    readings = ReadingCache(reader, most=100)
    assert readings.get("to be") == readings.get("to be") == "to be"
    assert reader.asked == [("to be", ())]


def test_what_is_held_makes_another_reading():
    reader = Reader()
    readings = ReadingCache(reader, most=100)
    held = (Hold(3, "o", 0.0),)
    readings.get("to be")
    readings.get("to be", held)
    readings.get("to be", (Hold(3, "o", 0.5),))
    assert reader.asked == [("to be", ()), ("to be", held), ("to be", (Hold(3, "o", 0.5),))]


def test_the_one_not_asked_for_the_longest_goes_when_there_is_no_room():
    reader = Reader()
    readings = ReadingCache(reader, most=10)
    for text in ("aaaa", "bbbb", "aaaa", "cccc", "aaaa", "cccc"):
        readings.get(text)
    assert [text for text, _ in reader.asked] == ["aaaa", "bbbb", "cccc"]
    readings.get("bbbb")
    assert len(reader.asked) == 4


def test_a_text_longer_than_all_the_room_is_kept_alone():
    reader = Reader()
    readings = ReadingCache(reader, most=10)
    for text in ("short", "x" * 50, "x" * 50):
        readings.get(text)
    assert len(reader.asked) == 2


def test_nobody_waits_for_somebody_elses_text():
    slow, fast = threading.Event(), threading.Event()

    def read(text, holds):
        if text == "slow":
            assert fast.wait(10)
        return text

    readings = ReadingCache(read, most=100)
    waiting = threading.Thread(target=lambda: (readings.get("slow"), slow.set()))
    waiting.start()
    assert readings.get("fast") == "fast"
    fast.set()
    waiting.join(10)
    assert slow.is_set()
