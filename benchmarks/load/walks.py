"""What students do: walks of several kinds, one act after the other; one that ends has left.

A walk looks at what is on the page, as a reader does: it goes on when the page does.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from random import Random

from benchmarks.load.student import Student
from benchmarks.load.widgets import PRESSED, Act, Nth, Told
from lstm_viz.ui.navigation import LEARN, PAGES

Walk = Callable[[Student, Random], Iterator[Act]]

LESSON = tuple(page.id for page in PAGES if page.group == LEARN)
SENTENCES = (
    "The cat sat on the mat",
    "It rained all night and then the sun came out",
    "My friend calls to say happy birthday",
    "Who left the door open",
)
PAUSE = 0.04
"""Seconds between two slices, as in ``ui/ticker.js``."""
SLICES = 20
"""Of a training, before the student stops it, or leaves."""


def step(student: Student, number: int) -> Act:
    """The reader has come to another place in the picture."""
    at = student.player.told["at"] if student.player else {}
    return Act("step", value={"at": {**at, "t": 1 + number % 2, "stage": number % 3, "unit": 0}})


def clicks(student: Student, random: Random) -> Iterator[Act]:
    """Opens the first page, and presses its first button again and again."""
    yield Act("open")
    while True:
        yield Act("edit", student.buttons()[0], PRESSED)


def reads(student: Student, random: Random) -> Iterator[Act]:
    """Goes through the lesson, and turns what can be turned; steps in a film are the browser's."""
    for place in count(random.randrange(len(LESSON))):
        page = LESSON[place % len(LESSON)]
        yield Act("open", page)
        if page == "squashing":
            yield Act("edit", "squashing_z", random.randrange(-60, 60) / 10)
        elif page == "costs":
            yield Act("edit", "costs_h", random.randrange(4, 256))
        elif page == "gradients":
            yield Act("edit", "gradients_seed", random.randrange(1000))


def steps_through(student: Student, random: Random) -> Iterator[Act]:
    """Takes presets, types sentences and seeds, changes weights, looks from step to step."""
    yield Act("open", "step-through")
    for number in count():
        yield Act("edit", "preset", Nth(random.randrange(13)))
        yield step(student, number)
        yield Act("edit", "preset", Nth(1))
        yield Act("edit", "text", f"{random.choice(SENTENCES)} {random.randrange(100)}")
        yield step(student, number)
        weight = {"target": "clamp", "index": [0, 0], "value": random.randrange(100) / 100}
        yield Act("edit", "step-through", Told("edit", [weight]))
        yield step(student, number)


def trains(student: Student, random: Random) -> Iterator[Act]:
    """Sets another seed, trains for some slices, then stops and looks at a checkpoint."""
    yield Act("open", "train")
    for number in count():
        yield Act("edit", "train_preset", Nth(number))
        yield Act("edit", "train_seed", random.randrange(1000))
        yield from _training(student)
        if student.told("train_tick")["going"]:
            yield Act("edit", "train_stop", PRESSED)
        yield step(student, number)


def leaves_a_training(student: Student, random: Random) -> Iterator[Act]:
    """Begins a long training, and is gone in the middle of it."""
    yield Act("open", "train")
    yield Act("edit", "train_steps", 5000)
    yield Act("edit", "train_seed", random.randrange(1000))
    yield from _training(student)


def _training(student: Student) -> Iterator[Act]:
    """Some slices, asked for as ``ui/ticker.js`` does."""
    yield Act("slice", "train_start", PRESSED)
    for _ in range(SLICES):
        tick = student.told("train_tick")
        if not tick["going"]:
            return
        asks = Told("tick", tick["count"])
        yield Act("slice", "train_tick", asks, after=tick["later"] or PAUSE)


def types(student: Student, random: Random) -> Iterator[Act]:
    """Types a few letters and lets the network go on, colder and warmer; then asks a chatbot."""
    while True:
        yield Act("open", "next-character")
        text = ""
        for letter in random.choice(SENTENCES)[:8]:
            text += letter
            typed = {"id": len(text), "text": text, "line": False}
            yield Act("edit", "next-character_field", Told("text", typed))
        yield Act("edit", "next-character_temperature", random.randrange(1, 20) / 10)
        yield Act("edit", "typing_write", PRESSED)
        yield Act("open", "chatbot")
        yield Act("edit", "chatbot_line", "how are you")
        yield Act("edit", "chatbot_network", Nth(random.randrange(2)))


WALKS: tuple[Walk, ...] = (reads, steps_through, types, reads, trains, steps_through, reads, types)
"""Of one student after the other, over and over."""
WITH_LEAVING: tuple[Walk, ...] = (*WALKS, leaves_a_training)
