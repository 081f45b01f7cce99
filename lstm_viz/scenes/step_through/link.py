"""The whole screen as a link, and a link as the screen. Knows no Streamlit.

A link holds only what differs from its preset, under names a person can read and change:

    ?preset=latch&h=3&edits=W.3.1_0.5+clamp.f.0_1.0&t=4&stage=6&unit=2

`t`, `stage` and `unit` count from 1 in the link and from 0 in the `Screen`. A bad value never
breaks a link: the screen takes the default instead, and a note says so.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Protocol
from urllib.parse import urlencode

from lstm_viz.inputs import MAX_STEPS
from lstm_viz.ui.edits import Edit, read_edit, write_edit
from lstm_viz.ui.packing import LONGEST_LINK, pack_text, unpack_text
from lstm_viz.ui.params import MAX_SEED

__all__ = ["Edit", "Screen", "from_query", "shortened", "to_query", "too_long", "within"]

MOST_STAGES = 10
MAX_EDITS = 2_000


class PresetLike(Protocol):
    """What a link needs to know of a preset."""

    @property
    def id(self) -> str: ...
    @property
    def network(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def hidden_size(self) -> int: ...
    @property
    def seed(self) -> int: ...


class NetworkLike(Protocol):
    """What a link needs to know of a network."""

    @property
    def id(self) -> str: ...
    @property
    def reads(self) -> tuple[str, ...]: ...
    @property
    def hidden_sizes(self) -> tuple[int, int]: ...


@dataclass(frozen=True)
class Screen:
    """Everything the reader chose, and where they are: step `t`, `stage` and `unit` from 0."""

    preset: str
    network: str
    kind: str
    text: str
    hidden_size: int
    seed: int
    edits: tuple[Edit, ...] = ()
    t: int = 0
    stage: int = 0
    unit: int = 0


# ---- screen → link -----------------------------------------------------------------------------


def to_query(screen: Screen, presets: Sequence[PresetLike]) -> dict[str, str]:
    """The query parameters of `screen`; the first preset is the one a bare link opens."""
    preset = _by_id(presets, screen.preset) or presets[0]
    written = {
        "preset": (screen.preset, presets[0].id),
        "net": (screen.network, preset.network),
        "as": (screen.kind, preset.kind),
        "text": (pack_text(screen.text), pack_text(preset.text)),
        "h": (str(screen.hidden_size), str(preset.hidden_size)),
        "seed": (str(screen.seed), str(preset.seed)),
        "edits": (" ".join(map(write_edit, screen.edits)), ""),
        "t": (str(screen.t + 1), "1"),
        "stage": (str(screen.stage + 1), "1"),
        "unit": (str(screen.unit + 1), "1"),
    }
    return {name: value for name, (value, default) in written.items() if value != default}


def too_long(query: Mapping[str, str]) -> str | None:
    """Why `query` should not be handed out as a link, or None when it may be."""
    length = len(urlencode(query, errors="surrogatepass"))
    if length <= LONGEST_LINK:
        return None
    return (
        f"This screen needs a link of {length:,} characters, and one longer than {LONGEST_LINK:,} "
        "may be cut off on its way, so the link leaves out the edits and, if need be, the text."
    )


def shortened(query: Mapping[str, str]) -> dict[str, str]:
    """`query`, or what remains of it when it is too long: without edits, then without the text."""
    kept = dict(query)
    for name in ("edits", "text"):
        if too_long(kept):
            kept.pop(name, None)
    return kept


# ---- link → screen -----------------------------------------------------------------------------


def from_query(
    query: Mapping[str, str],
    presets: Sequence[PresetLike],
    networks: Mapping[str, NetworkLike],
) -> tuple[Screen, tuple[str, ...]]:
    """The screen that a link shows, and a note for each value of the link that was not usable."""
    link = _Reader(query)
    preset_id = link.choice("preset", [preset.id for preset in presets], presets[0].id)
    preset = _by_id(presets, preset_id) or presets[0]
    network = networks[link.choice("net", list(networks), preset.network)]
    kind = preset.kind if preset.kind in network.reads else network.reads[0]
    least, most = network.hidden_sizes
    hidden_size = min(max(preset.hidden_size, least), most)
    hidden_size = link.number("h", "a hidden size", least, most, hidden_size)
    screen = Screen(
        preset=preset.id,
        network=network.id,
        kind=link.choice("as", list(network.reads), kind),
        text=link.text(preset.text),
        hidden_size=hidden_size,
        seed=link.number("seed", "a seed", 0, MAX_SEED, preset.seed),
        edits=link.edits(hidden_size),
        t=link.number("t", "a step", 1, MAX_STEPS, 1) - 1,
        stage=link.number("stage", "a stage", 1, MOST_STAGES, 1) - 1,
        unit=link.number("unit", "a unit", 1, hidden_size, 1) - 1,
    )
    return screen, tuple(link.notes)


def within(screen: Screen, seq_len: int, stages: int) -> tuple[Screen, tuple[str, ...]]:
    """`screen` inside a sequence of `seq_len` steps of `stages` stages, and a note for each change.

    Only the page knows how long the sequence is: `from_query` has not read the text.
    """
    notes = []
    t, stage = min(screen.t, seq_len - 1), min(screen.stage, stages - 1)
    if t != screen.t:
        notes.append(
            f"The link says t={screen.t + 1}; the sequence has {seq_len} "
            f"step{'s' * (seq_len != 1)}, so it opens at step {t + 1}."
        )
    if stage != screen.stage:
        notes.append(
            f"The link says stage={screen.stage + 1}; a step has {stages} stages, "
            f"so it opens at stage {stage + 1}."
        )
    return replace(screen, t=t, stage=stage), tuple(notes)


class _Reader:
    """Reads one parameter at a time: the value where it is good, else the default and a note."""

    def __init__(self, query: Mapping[str, str]) -> None:
        self.query = query
        self.notes: list[str] = []

    def _note(self, name: str, value: str, expected: str, instead: str) -> None:
        self.notes.append(
            f"The link says {name}={_clip(value)}; expected {expected}, so {instead}."
        )

    def choice(self, name: str, choices: list[str], default: str) -> str:
        value = self.query.get(name, default)
        if value in choices:
            return value
        if name in self.query:
            expected = choices[0] if len(choices) == 1 else "one of " + ", ".join(choices)
            self._note(name, value, expected, f"it opens with {default}")
        return default

    def number(self, name: str, what: str, least: int, most: int, default: int) -> int:
        value = self.query.get(name)
        if value is None:
            return default
        if re.fullmatch(r"[0-9]{1,10}", value) and least <= int(value) <= most:
            return int(value)
        noun = what.split(" ", 1)[1]
        self._note(name, value, f"{what} from {least} to {most}", f"it opens at {noun} {default}")
        return default

    def text(self, default: str) -> str:
        value = self.query.get("text")
        if value is None:
            return default
        try:
            return unpack_text(value)
        except ValueError as problem:
            self._note("text", value, str(problem), "it opens with the preset’s own")
            return default

    def edits(self, hidden_size: int) -> tuple[Edit, ...]:
        words = self.query.get("edits", "").split()
        read = [read_edit(word, hidden_size) for word in words[:MAX_EDITS]]
        bad = [word for word, edit in zip(words, read, strict=False) if edit is None]
        if bad:
            others = f" and {len(bad) - 1} more" if len(bad) > 1 else ""
            self._note(
                "edits",
                bad[0] + others,
                f"a place in the cell and a number, such as W.0.1_0.5, for {hidden_size} "
                f"unit{'s' * (hidden_size != 1)}",
                "it opens without",
            )
        if len(words) > MAX_EDITS:
            self.notes.append(
                f"The link holds {len(words):,} edits; expected at most {MAX_EDITS:,}, "
                "so the rest is left out."
            )
        return tuple(edit for edit in read if edit is not None)


def _by_id(presets: Sequence[PresetLike], wanted: str) -> PresetLike | None:
    return next((preset for preset in presets if preset.id == wanted), None)


def _clip(value: str, longest: int = 40) -> str:
    """`value` as it can stand in a sentence: short, on one line, with nothing invisible in it."""
    shown = "".join(char if char.isprintable() else " " for char in value[: longest + 1])
    return shown if len(shown) <= longest else shown[:longest] + "…"
