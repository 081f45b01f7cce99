"""What stands in and round the picture."""

from __future__ import annotations

import numpy as np

from lstm_viz.lesson.published import CHORALES, CHORALES_DIFFER, on_test
from lstm_viz.networks.chorales.beginnings import beginnings
from lstm_viz.networks.chorales.piece import NAME, NOTES, WHOLE
from lstm_viz.networks.chorales.scores import Scores
from lstm_viz.networks.stored import load
from lstm_viz.notation import number, percent
from lstm_viz.scenes.music.record.music import BACH, NETWORK, OWN, Music
from lstm_viz.signals import LSTM_SIGNALS, signal

OPENING = (
    "**Press Play to hear it**: a chorale begins as Bach wrote it, and an [[LSTM]] that never "
    "heard this one goes on. Choose another beginning, or play your own."
)
TITLES = {one.id: f"{one.title} ({one.id.replace('bwv', 'BWV ')})" for one in beginnings().values()}
TITLES[OWN] = "Your own, on the keyboard below"
GOES_ON = {NETWORK: "the network", BACH: "Bach"}
DRAWN = {WHOLE: "as a whole", NOTES: "note by note"}
GIVEN = "■ given"
NEXT = {"wide": "Next quarter: how likely   ● came", "tall": "Next   ● came"}
SHAPE = {
    "wide": "Many-to-many, then fed by itself",
    "tall": "Shape of the task: many-to-many, then fed by itself",
}
FULL = 0.99
"""A tanh beyond it is called full."""
BARS, PHRASES = "the first beats of bars", "the ends of phrases"
"""As the network’s file calls them."""
CREDIT = (
    "The chorales are by Johann Sebastian Bach and in the public domain. The network learned from "
    "the encodings in the package music21; what is shipped of six that it never saw is the pitches "
    "at their first quarters."
)
REMEMBER = (
    "**To remember.** Chord by chord it does what Bach often did. It has no plan: what it knows of "
    "the piece so far is what its [[cell state]] and [[hidden state]] hold."
)


def whose(music: Music, wide: bool) -> str:
    """Over the roll."""
    who = "Bach" if music.asked.by_bach else "the network"
    if not wide:
        return f"{GIVEN}, then {who}"
    return f"{music.beginning.title}, and how {who} goes on"


def after_it(music: Music) -> str:
    """In the legend, for the notes after those that are given."""
    return "■ Bach goes on" if music.asked.by_bach else "■ the network"


def signal_name(music: Music) -> str:
    """What is drawn of the unit below, in words."""
    return signal(LSTM_SIGNALS, music.look.signal).label


def unit_title(music: Music, wide: bool) -> str:
    look = music.look
    words = f"Look here: {signal_name(music)} of unit {look.unit + 1}"
    if wide and music.known_ends:
        return f"{words}   ▼ a phrase ends, in Bach"
    return words


def watched(music: Music) -> str:
    """What the unit below does, as measured, and here, in Markdown."""
    found, here = music.look, music.watched
    words = (
        f"**Unit {found.unit + 1}, below the music.** Its {signal_name(music)} goes with "
        f"{found.what}: their correlation is {number(found.correlation)} over {found.quarters:,} "
        f"quarters that training never saw. Here it goes from {number(float(here[0]))} to "
        f"{number(float(here[-1]))}."
    )
    full = np.abs(np.tanh(here)) > FULL
    if found.signal != "c" or not full[-1]:
        return words
    since = len(full) - int(np.argmin(full[::-1])) if not full.all() else 0
    return (
        f"{words} From quarter {max(1, since)} on its tanh is beyond {FULL:g}: what it counts "
        "further hardly leaves the cell."
    )


CELLS = {"lstm": "LSTM", "gru": "GRU", "rnn": "RNN (tanh)"}


def beaten(found: Scores) -> str:
    """The score beside plain rivals and the published table, in Markdown."""
    rivals, published = found.rivals, on_test(CHORALES)
    rows = [
        *((CELLS[cell], number(found.by_cell[cell]), published[cell]) for cell in CELLS),
        ("each note as after a quarter like the one before", number(rivals.each_goes_on), "–"),
        ("each note as often as on the whole", number(rivals.frequencies), "–"),
    ]
    table = "\n".join(f"| {' | '.join(row)} |" for row in rows)
    units = load(NAME).model.hidden_size
    return (
        "**How surprised it is** by chorales that training never saw, in nats a quarter (−log of "
        f"the probability of what came; less is better). Here all have {units} units, the LSTM is "
        "the one that you hear:\n\n"
        f"| | here | Chung et al. 2014 |\n|---|---|---|\n{table}\n\n"
        f"The published numbers ({CHORALES}, test; read in a public transcription of Table 2) are "
        f"of another set-up: {CHORALES_DIFFER}. So they say how large a good score is, and not "
        "which network is better."
    )


def limits(found: Scores) -> str:
    """What it does not do, as measured, in Markdown."""
    form, wholes, others = found.form, found.wholes, found.look.others
    return (
        "**What it does not do.** What it says is one probability for each note. Drawn so, note by "
        "note, none knows which others are drawn with it: two of them lie a semitone apart in "
        f"{percent(form.clash['notes 0.8'])} of the quarters (temperature 0.8), in Bach’s own in "
        f"{percent(form.clash['Bach'])}. Hence the other way: it draws one of "
        f"{wholes.chords:,} whole chords, those built like one that it learned from "
        f"({percent(wholes.covered)} of the held-out quarters have such a one), and then it is "
        f"{percent(form.clash['whole 0.8'])}. These quarters surprise it by "
        f"{number(wholes.whole)} nats so, and by {number(wholes.by_notes)} note by note.\n\n"
        "It reads which notes sound in a quarter, not which of them are held: every quarter is "
        "struck anew, those of Bach, too. Nor does it follow bars or phrases: of all its units the "
        "one that goes most with the first beats of bars has a correlation of "
        f"{number(others[BARS])} with them, and {number(others[PHRASES])} is the most with the "
        "ends of phrases. And nothing plans: a "
        f"tune of eight quarters comes back in {percent(form.again['Bach'])} of {form.pieces} "
        f"chorales as Bach wrote them, and in {percent(form.again['whole 0.8'])} of its own with "
        "the same beginnings and lengths."
    )
