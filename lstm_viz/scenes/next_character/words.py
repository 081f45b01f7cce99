"""What is said of a text that is typed; each word holds whatever is typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html import escape

from lstm_viz.lesson.caption import Caption, caption, coloured
from lstm_viz.notation import listed, number, percent
from lstm_viz.reading.typing_aid import Look, Offer, Savings, Typing
from lstm_viz.reading.words.phrases import likely, shown, visible
from lstm_viz.signals import LSTM_SIGNALS, signal

OPENING = (
    "**Type, and take a whole word with one key**: after every character an [[LSTM]] that has read "
    "30 of Shakespeare’s plays offers how the text goes on."
)
SHAPE = "many to many: a guess after every character"
START_LABEL = "start"
KEY_NAMES = ("Tab", "2", "3")
"""The keys that take the offers, best first."""
TAIL = 22
"""Characters of the text that are told again."""
MOST_FACTORS = 6
"""An offer of more characters is not taken apart."""


@dataclass(frozen=True)
class Preset:
    """A text to begin with; ``shows`` is what to look at."""

    title: str
    text: str
    shows: str


OWN = "own"
PRESETS: Mapping[str, Preset] = {
    "held-out": Preset(
        "A play it never read",
        "OLIVIA.\nTake the fool away.\n\nCLOWN.\nDo you not hear, fellows? Take away the la",
        "From Twelfth Night, one of three plays that were kept from it.",
    ),
    "modern": Preset(
        "A message of today",
        "My computer crashed while downloading the update, and I forgot my pass",
        "It knows Shakespeare’s words alone: few offers are right here.",
    ),
    "question": Preset(
        "To be, or not to be",
        "To be, or not to be, that is the qu",
        "Hamlet was not among its plays either.",
    ),
}
TITLES = {**{id: preset.title for id, preset in PRESETS.items()}, OWN: "Your own text"}


def letters(text: str) -> str:
    """As they can stand in a picture: no tag, and a sign for a line break."""
    return escape(visible(text) if text != " " else "␣", quote=False)


def quoted(text: str) -> str:
    """As they can stand in a sentence: spaces stay, since there are letters round them."""
    return escape(visible(text).replace("␣", " "), quote=False)


def gate_name(look: Look) -> str:
    return signal(LSTM_SIGNALS, look.gate).label


def lane_words(look: Look, *, brief: bool) -> str:
    """What the row of the gate is, and what this gate does on held-out text."""
    name = f"look here: <b>{gate_name(look)} of unit {look.unit + 1}</b>"
    if brief:
        return name
    return (
        f"{name} – on held-out text {number(look.between)} open at spaces and line "
        f"breaks, {number(look.within)} within words"
    )


def keys_rows(typing: Typing, savings: Savings) -> tuple[tuple[str, float], ...]:
    """The rows of the list of keys, with the share that is saved."""
    held = savings.on_passage
    typed = typing.typed
    measured_at = "" if typing.temperature == 1 else ", temperature 1"
    return (
        (f"this text: {typed.keys} keys for {typed.characters} characters", typed.saved),
        (f"a held-out scene, {held.characters:,} characters{measured_at}", held.saved_by_network),
        ("the same scene, offers by a trigram model", held.saved_by_trigram),
    )


# ---- a frame -----------------------------------------------------------------------------------


def after(typing: Typing, at: int) -> str:
    if at == 0:
        return "Before the first character"
    tail = "".join(typing.text[max(0, at - TAIL) : at])
    return f"After “{'…' if at > TAIL else ''}{quoted(tail)}”"


def told(typing: Typing, look: Look, at: int) -> Caption:
    opened = float(getattr(typing.trace, look.gate)[at, look.unit])
    gate = coloured(look.gate, f"{gate_name(look)} of unit {look.unit + 1}")
    sentences = [
        _expected(typing, at),
        _offered(typing, at),
        f"The {gate} is {number(opened)} open.",
    ]
    right = typing.right_offer(at)
    offered = typing.offered[at]
    equation, numbers = _factors(offered[right or 0]) if offered else ("", "")
    return caption(after(typing, at), " ".join(sentences), equation, numbers)


def _expected(typing: Typing, at: int) -> str:
    best = typing.expected[at][0]
    said = f"Most likely next: {escape(likely(best))}"
    if at == len(typing):
        return f"{said}."
    came = typing.read_as[at]
    if came == best.character:
        return f"{said}, and it came."
    return f"{said}; {escape(shown(came))} came ({percent(typing.probability(at))})."


def _offered(typing: Typing, at: int) -> str:
    offered, right = typing.offered[at], typing.right_offer(at)
    if not offered:
        return "It has no word to offer."
    if right is not None:
        text = offered[right].text
        return (
            f"Its offer “{letters(text)}” is what comes: <b>one key for {len(text)} characters</b>."
        )
    if at == len(typing):
        return f"Its first offer: “{letters(offered[0].text)}”."
    return "None of its offers is what comes."


def says_next(typing: Typing, at: int) -> str:
    """What the network says at a step of the cell."""
    return ", ".join(likely(one) for one in typing.expected[at][:3])


def heard(typing: Typing) -> str:
    """The offers after the whole text, for who does not see them."""
    offered = typing.offered[-1]
    if not offered:
        return "No word is offered."
    named = (f"{KEY_NAMES[k]}: {visible(one.text)}" for k, one in enumerate(offered))
    return f"Offered: {'; '.join(named)}."


def _factors(offer: Offer) -> tuple[str, str]:
    """Where the probability of an offer comes from."""
    *of_characters, end = offer.factors
    if len(of_characters) > MOST_FACTORS:
        return "", ""
    terms = " × ".join(f"P({letters(character)})" for character in offer.text)
    values = " × ".join(number(factor) for factor in (*of_characters, end))
    whole = f"P(“{letters(offer.text)}”) = {terms} × P(end)"
    return whole, f"{values} = {number(offer.probability)}"


# ---- around ------------------------------------------------------------------------------------


def not_known(typing: Typing) -> str:
    """One sentence on characters that the network does not know; empty if it knows all."""
    came = zip(typing.text, typing.read_as, typing.mapped, strict=True)
    read = {typed: read_as for typed, read_as, mapped in came if mapped}
    if not read:
        return ""
    some = [f"{shown(typed)} as {shown(read_as)}" for typed, read_as in list(read.items())[:3]]
    more = len(read) - len(some)
    some += [f"{more} more like that"] if more else []
    return f"Its plays have other characters: it reads {listed(some)}."


def around(savings: Savings) -> str:
    """What to take along, below the page."""
    held, plays, look = savings.on_passage, savings.on_plays, savings.look
    shut = 1 - look.keys_held / held.characters
    usual = 1 - look.keys_others / held.characters
    names = listed(savings.plays)
    return "\n".join(
        (
            "- **An offer** is the most probable way to the end of the next word: the "
            "probabilities of its characters, each after those before it, and that the word ends "
            "there, multiplied. It is searched for with a beam; the [[temperature]] changes each "
            "probability before.",
            f"- **Look here:** of all gates, the {gate_name(look)} of unit {look.unit + 1} follows "
            f"most closely where words end (r = {number(look.r)}). Held shut, it lets the network "
            f"save {percent(shut)} of the keys of the held-out scene, not "
            f"{percent(held.saved_by_network)}; the same gate of {look.others} other units, one "
            f"at a time, leaves {percent(usual)} (median).",
            "- **What it can’t do:** it offers the words of its plays, whatever one writes about; "
            "a message of today shows it.",
            f"- **Measured** on all of {names}, {plays.characters:,} characters that it never "
            f"learned from, at temperature 1: it saves {percent(plays.saved_by_network)} of the "
            f"keys; a trigram model of the same texts, with the same rule, "
            f"{percent(plays.saved_by_trigram)}.",
        )
    )


def credit(savings: Savings, scene: str, command: str) -> str:
    return (
        f"The network is that of “Read along”. Texts: Shakespeare’s plays, Project Gutenberg’s, in "
        f"the public domain; the held-out scene is {scene}. Keys saved are measured by "
        f"`{command}`, last on {savings.made_on}: a typist takes every offer that is right, with "
        f"one key, and types all else."
    )
