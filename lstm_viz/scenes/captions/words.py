"""What is said of a picture, word by word, with the numbers of the record."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.networks.captions.describe import BLOCKS, COVER
from lstm_viz.networks.captions.file import Shipped
from lstm_viz.networks.captions.forms import FORMS
from lstm_viz.networks.captions.pixels import WHITE
from lstm_viz.networks.captions.scenes import COLOURS, END, SIDE, UNKNOWN_COLOURS, at
from lstm_viz.networks.captions.scores import PICTURES, RIVAL_PICTURES, SETS
from lstm_viz.notation import number, percent
from lstm_viz.scenes.captions.record import OWN, PRESETS, Told, without
from lstm_viz.signals import LSTM_SIGNALS, signal

OPENING = (
    "**Paint on the picture**, or choose one: a small [[LSTM]] says what is there, word by word. "
    "Press → to see what it weighed, and which pixels each word hangs on."
)
TITLES = {name: preset.title for name, preset in PRESETS.items()} | {OWN: "Your own picture"}
MEASURED = (
    f"{PICTURES:,} pictures a line. All right: the whole caption, word for word. Words right: of "
    "its words that the network has at all, those at their places. Nearest: a guess without a "
    f"network, the caption of that of {RIVAL_PICTURES:,} training pictures whose pixels differ "
    "least."
)
CREDIT = "All pictures are drawn by this program; the network was trained on such pictures alone."
REMEMBER = (
    "**To remember.** The picture is read once, at the first step; after that the network reads "
    "only its own words. All that a later word knows of the picture, the state has kept."
)
LIMITS = (
    f"It was shown these forms: {', '.join(FORMS)}; in these colours: {', '.join(COLOURS)}; one or "
    f"two of them on white. Try others ({' and '.join(UNKNOWN_COLOURS)} are among your colours): "
    "it says one of its own words, often with certainty, for its probabilities are shared among "
    "the words that it has, and “I don't know” is none of them. Nor is “an”: “a orange” is what "
    "its training captions say."
)
LEAST_FALL = 0.05
"""Less than this, and no pixels matter for a word."""


def quoted(words: tuple[str, ...]) -> str:
    return f"“{' '.join(words)}”"


def picture(told: Told) -> Caption:
    """What is said of it, and whether the network knows such pictures."""
    return caption(quoted(told.described.caption), _picture(told))


def _picture(told: Told) -> str:
    paint = "Drag to paint; by keyboard: Tab, arrow keys, Space."
    found = told.described
    least = least_sure(told)
    says = (
        f"So says the network, least sure of {_named(found.said[least])} "
        f"({percent(found.sure(least))})"
    )
    if told.preset is None:
        return f"{says}. It sees {SIDE} × {SIDE} pixels. {paint}"
    if told.preset.trained:
        seen = "Such pictures were trained on, though not this one"
    elif told.never is not None:
        colour, form = told.never
        seen = (
            f"In training there were {colour} things and {form}s, and never once a {colour} {form}"
        )
    else:
        seen = "Nothing like this was ever trained on"
    return f"{says}. {seen}. {paint}"


def least_sure(told: Told) -> int:
    """The step whose word has the least probability."""
    return min(range(len(told)), key=told.described.sure)


def features(told: Told) -> Caption:
    count, units = len(told.described.features), told.described.trace.hidden_size
    return caption(
        "Features",
        f"Two small convolutions look at it piece by piece; {count} numbers from −1 to 1 are what "
        f"is left. They are the first input of an [[LSTM]] with {units} units, and the only thing "
        "that it is ever told of the picture: [[one-to-many]].",
    )


def word(told: Told, t: int) -> Caption:
    found = told.described
    one, other = found.weighed(t, 2)
    reads = "It reads the features" if not t else f"It reads its own word “{found.read(t)}”"
    says = "says that the caption ends" if one[0] == END else f"says “{one[0]}”"
    sentence = (
        f"{reads} and {says} ({percent(one[1])}; next likeliest {_named(other[0])}, "
        f"{percent(other[1])}). {pixels(told, t)}"
    )
    if t == len(told) - 1:
        sentence = f"{sentence} {verdict(told)}"
    return caption("The end" if one[0] == END else f"“{one[0]}”", sentence)


def _named(one: str) -> str:
    return "the end" if one == END else f"“{one}”"


def pixels(told: Told, t: int) -> str:
    """Where the word hangs on the picture."""
    falls = told.described.falls[t]
    most = float(falls.max())
    if most < LEAST_FALL:
        by = "less than 1\u00a0%" if most < 0.01 else f"at most {percent(most)}"
        covered = f"With any {COVER} × {COVER} pixels covered its probability falls by {by}"
        return f"{covered}.{_painted_white(told, t)}"
    row, column = np.unravel_index(int(falls.argmax()), falls.shape)
    sure = told.described.sure(t)
    return (
        f"With {COVER} × {COVER} pixels {where(int(row), int(column))} covered its probability "
        f"falls to {percent(sure - most)}: the fuller the colour of a place, "
        "the more the word hangs on it."
    )


def _painted_white(told: Told, t: int) -> str:
    """What it says of the picture without the colour that it names."""
    colour = told.described.said[t]
    other = without(told, colour) if colour in COLOURS else None
    if other is None:
        return ""
    says = quoted(other.described.caption)
    if other.pixels == WHITE:
        return f" Paint all of the {colour} white, and it says of the blank page: {says}."
    return f" Paint all of the {colour} white, and it says {says}."


def where(row: int, column: int) -> str:
    """Of a block of the picture."""
    return " ".join(at((3 * row // BLOCKS, 3 * column // BLOCKS)))


def verdict(told: Told) -> str:
    if not told.described.ended:
        return f"After {len(told)} words it was stopped: it did not come to an end."
    if told.preset is None:
        return ""
    caption_, scene = told.described.caption, told.preset.scene
    if told.right:
        unseen = "" if told.preset.trained else ", of what it never saw together"
        return f"All of it is right{unseen}."
    wrong = f"Right would be {quoted(scene.caption)}"
    off = [
        f"“{there}” for “{due}”"
        for there, due in zip(caption_, scene.caption, strict=False)
        if there != due
    ]
    if len(caption_) == len(scene.caption) and off:
        return f"{wrong}: it says {' and '.join(off)}."
    return f"{wrong}."


def look(told: Told) -> Caption:
    at_, found = told.look, told.described
    gate = signal(LSTM_SIGNALS, at_.gate).label
    opened = getattr(found.trace, at_.gate)[:, at_.unit]
    widest = int(opened.argmax())
    effect = (
        f"Held shut throughout, it leaves {percent(at_.shut)} of these words right instead of "
        f"{percent(at_.right)}"
    )
    return caption(
        "Look here",
        f"The [[{gate}]] of unit {at_.unit + 1}: where a {at_.kind} is said it is open "
        f"{number(at_.inside)} on average, elsewhere {number(at_.outside)}. {effect}. "
        "Of all gates it was chosen because it opens at one kind of word, and those words need it. "
        f"Here it is widest open ({number(float(opened[widest]))}) at "
        f"{_named(found.said[widest])}.",
    )


# ---- scores ------------------------------------------------------------------------------------


def scores(network: Shipped) -> str:
    """A table in Markdown."""
    head = (
        "| never seen | all right | words right | nearest: all right | words right |\n"
        "|---|---|---|---|---|"
    )
    rows = [
        f"| {words} | {percent(mine.exact)} | {percent(mine.words)} | {percent(rival.exact)} "
        f"| {percent(rival.words)} |"
        for name, words in SETS.items()
        for mine, rival in [(network.scores[name], network.rival[name])]
    ]
    return "\n".join([head, *rows])
