"""The words of "Read along" round its picture: what is read, by which network, what to take along.

All numbers come from the text's record and from the network's file.
"""

from __future__ import annotations

from collections.abc import Mapping

from lstm_viz.notation import number
from lstm_viz.reading.effect import Effect
from lstm_viz.reading.words.effect import held_words, verdict
from lstm_viz.reading.words.phrases import capital
from lstm_viz.reading.words.reading import replaced
from lstm_viz.scenes.read_along.record import Emptied

ENDING = (
    "**To take along.** Nobody told these [[units|unit]] what to hold. What they hold is what "
    "helped to say the next character: where one is in a word, in a line, in a name. A few can be "
    "named, most cannot, and none is indispensable: silence any one of them, and the network reads "
    "on; for most that hardly changes anything, for what it knows is spread over many."
)
BELOW = "Below: find a unit, hold a gate, write on."
BASELINES = {
    "unigram_bits": "unigram model, which only counts characters",
    "bigram_bits": "bigram model, which looks at one before",
    "trigram_bits": "trigram model, which looks at two",
}


def forgetting(emptied: Emptied) -> str:
    """What to look at, where the chosen unit forgets at every line break; and what is below."""
    before, after = number(emptied.before), number(emptied.after)
    return (
        f"A [[next-character network]] reads. **Unit {emptied.unit + 1} forgets at every "
        f"line’s end:** its [[forget gate]] shuts (elsewhere at {emptied.elsewhere:,} of "
        f"{emptied.others:,}); of up to {before} at most {after} is left. {BELOW}"
    )


def opening(size: int, stand_ins: str) -> str:
    """One line on a wide screen; what is below the picture is out of sight, so it is named.

    ``stand_ins``: which characters are replaced (Markdown), empty if none is.
    """
    shows = ": its [[surprise]], [[gates|gate]] and [[cell states|cell state]]"
    if stand_ins:
        shows = f", {stand_ins}, as it never saw those"
    return f"A [[next-character network]] of {size} [[units|unit]] reads your text{shows}. {BELOW}"


def cell_opening(size: int, drawn: int) -> str:
    """``drawn`` of the network's ``size`` units have strips."""
    return (
        f"The [[cell]] at one character, with this network’s own weights: {drawn} of its "
        f"[[units|unit]] as numbered strips, all {size} as small squares below them."
    )


def held_sentence(effect: Effect) -> str:
    """What is held, and what that costs; plain text."""
    before, after = number(effect.bits_before), number(effect.bits_after)
    surprise = f"{after} bits of surprise a character, {before} with nothing held"
    stand_ins = replaced(effect.before)
    also = f" It reads {stand_ins}." if stand_ins else ""
    better = f" {words}" if (words := verdict(effect)) else ""
    return f"{capital(held_words(effect.holds))}: {surprise}.{better}{also}"


def network_sentences(metadata: Mapping[str, str]) -> tuple[str, ...]:
    """What a network's file says of itself, as far as it says it; plain text."""
    found = []
    if "data" in metadata:
        licence = f" ({metadata['licence']})" if "licence" in metadata else ""
        found.append(f"Trained on: {metadata['data']}{licence}.")
    if "score" in metadata:
        others = ", ".join(
            f"{number(float(metadata[name]))} for a {words}"
            for name, words in BASELINES.items()
            if name in metadata
        )
        beside = f" On the same text it is {others}." if others else ""
        unread = f" ({metadata['held_out']})" if "held_out" in metadata else ""
        found.append(
            f"On plays it never read{unread} it needs {number(float(metadata['score']))} bits a "
            f"character.{beside}"
        )
    made = [
        f"{words} {metadata[name]}"
        for name, words in (("steps", "training steps:"), ("seed", "seed:"), ("made_by", "made by"))
        if name in metadata
    ]
    if made:
        found.append(f"{'; '.join(made)}.".capitalize())
    return tuple(found)
