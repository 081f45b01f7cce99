"""What is sent to the browser, declared once: Python fills these in, JavaScript reads them.

A film has a ``kind``, and ``js/film/`` one class a kind.  Keys are as JavaScript writes them.  The
types of the JavaScript side are made from this file (``tests/javascript/declarations.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, TypedDict

from lstm_viz.figures.reading.picture import AlignedPicture, Colorscale

Plotly = dict[str, Any]
"""A trace, a patch of one or a layout as Plotly has it; colours are roles (``"$ink"``)."""
Patches = dict[str, Plotly]
"""By the name of a trace, the attributes that differ."""
Palette = Mapping[str, Any]
"""By role, a colour; ``values`` is a scale."""
Point = list[float]
Box = list[float]
"""Left, top, right, bottom, in pixels of the unscaled picture."""


class Packed(TypedDict):
    """An array as base64 of little-endian numbers; of ``uint16`` the last one stands for 1."""

    type: Literal["float32", "uint16", "uint8"]
    shape: list[int]
    data: str


class Steps(TypedDict):
    """An array in steps: the last one is worth ``scale``."""

    type: Literal["int16"]
    shape: list[int]
    scale: float
    data: str


class OneHot(TypedDict):
    """Rows that are 0 but for one 1: where that is."""

    type: Literal["oneHot"]
    shape: list[int]
    columns: list[int]


Array = Packed | Steps | OneHot

# ---- films -------------------------------------------------------------------------------------


class Belief(TypedDict):
    """What somebody believes who gives this answer, and the scene that settles it."""

    so: str
    scene: str
    title: str


class Option(TypedDict):
    text: str
    believes: Belief | None


class Guess(TypedDict):
    value: float
    believes: Belief | None


class Again(TypedDict):
    """A question in its second guise, as plain text: asked in a later scene if it was missed."""

    concept: str
    ask: str
    right: int
    because: str
    options: list[Option]


class Asked(TypedDict):
    """A question: it stands before the frame that answers it."""

    id: str
    t: int
    stage: int
    unit: int | None
    """The unit that it asks about, if it is one."""
    look: str
    """The trace of the picture to look at; empty: none."""
    ask: str
    because: str
    again: Again


class Choice(Asked):
    kind: Literal["choice"]
    right: int
    options: list[Option]


class PlaceOnScale(Asked):
    kind: Literal["place"]
    low: float
    high: float
    near: float
    value: float
    guesses: list[Guess]


Question = Choice | PlaceOnScale


class Film(TypedDict):
    """What every kind of film has."""

    steps: int
    tokens: list[str]
    """A label for each step."""
    questions: list[Question]
    palettes: Mapping[str, Palette]
    """By theme."""


class Signal(TypedDict):
    symbol: str
    label: str
    meaning: str
    color: str
    formula: str
    inputs: list[str]
    squash: str
    """σ or tanh; nothing for what is not squashed."""
    row: int | None
    """Of a gate and the sums that make it, the block of the stacked weights."""


class Stage(TypedDict):
    """One moment of a step (``figures.stages.Stage``)."""

    title: str
    term: str
    """The entry of the glossary that the title opens, or nothing."""
    equation: str
    numbers: str
    sentence: str
    held: str
    heldSentence: str
    gates: list[str]
    focus: list[str]
    wires: list[str]
    carries: bool
    brief: str
    states: dict[str, str]


class Overview(TypedDict):
    """Gates and states over all steps, without the values."""

    data: list[Plotly]
    layout: Plotly
    units: int
    """So many have rows at a time."""


class Alone(TypedDict):
    """Steps that are shown alone: their numbers from 0, of how many, and what they are called.

    What each of them carried over is among the ``values``.
    """

    numbers: list[int]
    of: int
    word: str


class CellFilm(Film):
    """What every film of a cell has."""

    units: int
    first: int
    """The number of the first step that is sent, from 0."""
    of: int
    """Steps of the whole run."""
    alone: Alone | None
    """Which steps of a longer run these are, if they are not one after the other."""
    columns: list[str]
    """A label for each input."""
    unitLabels: list[str]
    """What each unit does, if there are words for it."""
    answers: list[str]
    """What the network says after each step, if it says something."""
    ribbon: Literal["steps", "stages"]
    shown: list[str]
    """The signals that have a strip."""
    carried: dict[str, str]
    """To which strip the last stage takes another."""
    scales: dict[str, float]
    signals: dict[str, Signal]
    stages: list[Stage]
    quiet: Patches
    lit: list[Patches]
    overview: Overview | None
    values: dict[str, Array]
    """By signal, (T, H) or (T, I); the states before a step are those after the last one."""
    start: dict[str, Array]
    """The states that are carried, before the first step that is sent."""
    initial: dict[str, Array]
    """The same before the first step of the whole run."""
    weights: dict[str, Array]
    """Of these units, if they are known."""
    clamped: dict[str, list[float | None]]
    """By gate, what it is held at by hand in each unit."""


class Cell(CellFilm):
    kind: Literal["cell"]
    views: dict[str, Diagram | Scene]


class Story(CellFilm):
    """Each frame has a sentence of its own."""

    kind: Literal["story"]
    views: dict[str, Diagram | Scene]
    told: list[list[str]]
    speaks: list[list[int | None]]
    """The unit that the sentence speaks of, if it is one."""
    passed: list[int]
    """Frames by number, from 0, at which who steps does not stop."""


class Network(CellFilm):
    """A few chosen units of a large network, in a window of its steps."""

    kind: Literal["network"]
    views: dict[str, Fielded]
    network: WholeNetwork


class WholeNetwork(TypedDict):
    """What is known of all units and inputs, in the same steps."""

    units: int
    columns: list[str]
    oneCell: bool
    """The strip of x has one cell, with the input that is 1."""
    chosen: list[int]
    start: dict[str, Array]
    values: dict[str, Array]


class BoardFrame(TypedDict):
    """The words of one frame, as HTML with the numbers in."""

    title: str
    equation: str
    numbers: str
    sentence: str
    why: dict[str, list[str]]
    """Where values come from: by the name that points of the picture have, a line for each."""
    elsewhere: dict[str, list[str]]
    """The same of what is not listed: a line for who clicks on the value."""


class Table(TypedDict):
    caption: str
    head: list[str]
    rows: list[list[str]]


class SketchPlace(TypedDict):
    """Where a sketch lies in a picture: its points across, the first one given, and its height."""

    x: list[float]
    top: float
    bottom: float


class Sketch(TypedDict):
    """A curve that the reader draws into a board, point by point; told as ``drawn:1.5,2``."""

    name: str
    """For who does not see it."""
    trace: str
    """The trace that shows it; that of its points has `` points`` behind the name."""
    labels: list[str]
    """Of the points that are drawn: one fewer than ``x`` has, for the first is ``start``."""
    start: float
    low: float
    high: float
    """The values at the bottom and at the top."""
    decimals: int
    values: list[float]
    """What is drawn; empty if nothing is yet."""
    places: dict[str, SketchPlace]


class Sound(TypedDict):
    """What is heard at each step: one tone at several rates, damped at the end."""

    tone: str
    """A WAV file in base64; at rate 1 it sounds as it is."""
    rates: list[list[float]]
    """By step, those at which it sounds."""
    seconds: float
    """Of a step, as long as it plays."""
    release: float
    """Seconds at its end in which the tones are damped."""
    loud: float
    """Of one tone, as a share of how loud it is as it is."""


class PaintingPlace(TypedDict):
    """Where a painting lies in a picture: its square, and the strip of colours below."""

    left: float
    top: float
    size: float
    strip: float
    """The top of the strip, and how high it is."""
    height: float


class PaintingColour(TypedDict):
    name: str
    colour: str
    """Three digits, as CSS writes them behind a #."""


class Painting(TypedDict):
    """A square of pixels that the reader paints into a board; told as ``painted:fff…``."""

    name: str
    """For who does not see it."""
    side: int
    """Pixels across, and as many down."""
    cells: str
    """Row by row, the three digits of each."""
    palette: list[PaintingColour]
    places: dict[str, PaintingPlace]


class Board(Film):
    """A picture that changes frame by frame and is no cell."""

    kind: Literal["board"]
    alt: str
    stepWord: str
    frames: list[list[BoardFrame]]
    tables: list[Table]
    views: dict[str, Drawn]
    drawing: str
    """Another one, and nothing moves: the picture is drawn anew."""
    glide: int
    """Milliseconds in which other numbers come into the same picture."""
    sketch: Sketch | None
    """What the reader can draw into the first frame."""
    sound: Sound | None
    painting: Painting | None
    """What the reader can paint in the first frame."""


AnyCell = Cell | Story | Network
AnyFilm = AnyCell | Board

# ---- pictures ----------------------------------------------------------------------------------


class View(TypedDict):
    """A film drawn for one shape of screen."""

    width: float
    height: float
    data: list[Plotly]
    """Traces, by ``name``, with nothing lit and nothing filled in."""


class Strip(TypedDict):
    """The cells of a signal, one a unit."""

    cells: int
    size: Point
    at: list[Point]


class NumberedStrip(Strip):
    numbered: bool
    """Whether numbers are written in the cells."""


class Wire(TypedDict):
    color: str
    points: list[Point]


class CellView(View):
    """A picture of a cell."""

    strips: dict[str, NumberedStrip]
    ops: list[list[float]]
    """Centre and radius of each operation."""
    wires: dict[str, Wire]
    hot: list[list[float]]
    """(stage, left, top, right, bottom): what takes to a stage when it is clicked."""


class Diagram(CellView):
    kind: Literal["diagram"]


class Scene(CellView):
    """Patches of what is drawn beside the strips, for each step and stage."""

    kind: Literal["scene"]
    scenes: list[list[Patches]]


class Field(TypedDict):
    """Where the tiny cells are of the units that have none in a strip."""

    box: Box
    cells: int
    columns: int
    rows: int


class Fielded(CellView):
    kind: Literal["fielded"]
    fields: dict[str, Field]


class Drawn(View):
    """A board: patches for each step and stage."""

    kind: Literal["drawn"]
    scenes: list[list[Patches]]


# ---- a text that is read along -----------------------------------------------------------------


class Other(TypedDict):
    """The cell state of a unit beside the chosen one."""

    unit: int
    scale: float
    """The value at which its colour is full."""
    size: float
    """What ``c`` was divided by."""
    c: Packed


class Paint(TypedDict):
    """What the letters are painted with."""

    signal: str
    colorscale: Colorscale
    scale: float
    values: Packed | None
    """None for the surprise, which is there already."""


class ReadRecord(TypedDict):
    """What happened at each character in the units that are shown, and what was expected there."""

    characters: list[str]
    surprise: Array
    top: Packed
    topProbability: Packed
    signals: dict[str, Array]
    """Of the chosen unit."""
    scale: float
    others: list[Other]
    paint: Paint


class SignalName(TypedDict):
    symbol: str
    color: str


class Reading(ReadRecord):
    kind: Literal["reading"]
    readAs: dict[int, str]
    """By place, what a character was read as that is not in the alphabet."""
    alphabet: list[str]
    unit: int
    start: float
    """The cell state of the chosen unit before the text."""
    picture: AlignedPicture
    words: dict[str, SignalName]
    palettes: Mapping[str, Palette]
    longest: int


class Writing(ReadRecord):
    """What a network wrote after a text; it continues the reading of that text."""

    temperature: float
    drawn: Array
    drawnFrom: Packed


class WritingAgain(Writing):
    """With the number of this writing: one that was played is not played again."""

    id: int


# ---- what a component is handed beside that ----------------------------------------------------


class PlotlySources(TypedDict):
    """Where the browser finds Plotly: Streamlit's own module, or a script of its own ("": none)."""

    module: str
    script: str


class Component(TypedDict):
    """What both components are handed with what they show."""

    version: str
    """Another one, another picture."""
    plotly: PlotlySources
    script: str
    """Where the component's real script is (``ui/fetching.js``)."""


class Settings(TypedDict):
    """What a page says to either component."""

    query: str | None
    """The address without the place; None where the address is not the component's."""
    page: str | None
    """The last part of the path of the page that this is on: there alone it writes the address."""
    scene: str | None
    """Whose places and progress are kept in the browser, if any are."""
    problem: str | None
    """What is wrong with what the reader did last, in a sentence."""


class Place(TypedDict):
    """Where the player opens; it goes there when ``id`` changes."""

    id: int | str
    t: int
    stage: int
    unit: int


class NextScene(TypedDict):
    """What comes after the last frame: its title, and where the app has it (an absolute path).

    Without a ``page`` it is another part of the scene, which Python opens.
    """

    title: str
    page: str | None


class SceneAhead(TypedDict):
    """A scene by its place in the lesson (from 0), and its title."""

    place: int
    title: str


class InLesson(TypedDict):
    """Where a scene stands in the lesson, and its parts."""

    place: int
    again: SceneAhead
    """The scene from which on what is missed here is asked again; without a title it is this one,
    the next time."""
    part: str
    """The one on screen."""
    parts: list[str]
    """Those that are to be seen: together they are the scene."""


class PlayerSettings(Settings):
    lesson: InLesson | None
    at: Place
    tells: bool
    """Whether the session is told where the reader is."""
    editable: bool
    edited: dict[str, float]
    """The numbers that the reader changed, in full, by target and index: ``bias.4``."""
    canUndo: bool
    canReset: bool
    back: str | None
    """What the way back is called, if there is one."""
    into: str | None
    """What the way into the step on screen is called, if there is one."""
    chooses: bool
    """Whether a unit of a large network can be chosen by a click."""
    next: NextScene | None


class PlayerData(Component, PlayerSettings):
    film: str | AnyFilm
    """As it is, or as base64 of gzipped JSON."""


class NotebookPlotly(TypedDict):
    """Where a frame in a notebook finds Plotly if no other frame brings it."""

    cdn: str
    integrity: str
    alone: bool
    """No other frame can be reached."""


class PageData(PlayerData):
    """In a page without the app."""

    notebook: NotebookPlotly | None
    """None in a saved page, which has Plotly in it."""


class FigureData(TypedDict):
    """A figure of Plotly's alone, in a frame of a notebook."""

    figure: Overview
    notebook: NotebookPlotly


class PlaceInText(TypedDict):
    id: int | str
    t: int


class ReadingSettings(Settings):
    at: PlaceInText
    answered: int
    """The number of the newest text that the reading answers."""
    marks: list[list[int]]
    """Stretches [start, end) of the text."""
    writing: WritingAgain | None
    look: int
    """Another number than before brings the text into view."""


class ReadingData(Component, ReadingSettings):
    reading: str
    """A ``Reading`` as JSON."""


class TypingOffer(TypedDict):
    text: str
    share: str
    """How probable it is, in words."""


class PutIn(TypedDict):
    """A text that Python puts into the field, once for each ``id``."""

    id: int
    text: str
    after: str | None
    """It goes on from this one, and is put in only where that is still there; None: another."""


class TypingData(TypedDict):
    """What the field of the page "Next character" is told."""

    text: str
    """The one that the offers go on from."""
    answered: int
    """The number of the newest text that this answers."""
    put: PutIn
    offers: list[TypingOffer]
    said: str
    """What is to be said of its characters, in a sentence."""
    heard: str
    """The offers, for a screen reader."""
    most: int
    """Characters that have room."""
