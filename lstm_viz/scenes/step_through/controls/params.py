"""What the reader of "Step through a cell" sets, and how it stands in the link.

What a link does not say depends on what it says: the network is the preset's unless it names
another, and how many units there can be is the network's to say.
"""

from __future__ import annotations

from collections.abc import Mapping

from lstm_viz.figures.stages import LSTM_STAGES
from lstm_viz.inputs import MAX_COLUMNS, MAX_CSV_BYTES, MAX_STEPS, MAX_TABLE_COLUMNS
from lstm_viz.networks import NETWORKS, PRESETS, Network, Preset
from lstm_viz.networks.basket_text import STORY
from lstm_viz.scenes.step_through.controls.edit_list import edit_list
from lstm_viz.scenes.step_through.record import Setup, opened
from lstm_viz.ui.params import MAX_SEED, Number, ParamOf, Pick, Several, Text, Value
from lstm_viz.ui.scene_state import SceneScreen

KEY = "step-through"
STAGES = len(LSTM_STAGES)
"""The most that a step has, whatever the cell."""
FIRST = "from"
"""The first step that is shown, of a run that has more than are shown at a time."""
MOST_UNITS = max(network.hidden_sizes[1] for network in NETWORKS.values())
NAMELESS = "friend"
"""The preset of links that name none: they are from when the page opened on it."""
_PRESETS = {preset.id: preset for preset in PRESETS}
Values = Mapping[str, Value]
"""By the names that the link has for them."""


def _preset(values: Values) -> Preset:
    return _PRESETS[str(values["preset"])]


def _network(values: Values) -> Network:
    return NETWORKS[str(values["net"])]


def _kind(values: Values) -> Pick:
    kind, reads = _preset(values).kind, _network(values).reads
    return Pick("as", reads, kind if kind in reads else reads[0])


def _text(values: Values) -> str:
    """The preset's, unless that cannot be a story and one is read."""
    kind, preset = values["as"], _preset(values)
    return PRESETS[0].text if kind == STORY != preset.kind else preset.text


def _hidden_size(values: Values) -> Number:
    least, most = _network(values).hidden_sizes
    default = min(max(_preset(values).hidden_size, least), most)
    return Number("h", least, most, default, whole=True, noun="hidden size")


def _edits(values: Values) -> Several:
    hidden_size = values["h"]
    assert isinstance(hidden_size, int)
    return edit_list("edits", hidden_size, _network(values).cell)


def _column(text: str) -> int:
    if not (text.isascii() and text.isdigit() and 1 <= len(text) <= 2):
        raise ValueError(text)
    if not 1 <= int(text) <= MAX_TABLE_COLUMNS:
        raise ValueError(text)
    return int(text) - 1


PARAMS: tuple[ParamOf, ...] = (
    Pick("preset", tuple(_PRESETS), NAMELESS, always=True),
    lambda values: Pick("net", tuple(NETWORKS), _preset(values).network),
    _kind,
    lambda values: Text("text", MAX_CSV_BYTES, _text(values)),
    Several(
        "cols",
        MAX_COLUMNS,
        between=".",
        read_one=_column,
        write_one=lambda column: str(column + 1),
        wanted=f"up to {MAX_COLUMNS} columns of a table, from 1, such as 2.3",
        about=lambda column: column,
    ),
    _hidden_size,
    lambda values: Number("seed", 0, MAX_SEED, _preset(values).seed, whole=True, noun="seed"),
    _edits,
    Number(FIRST, 1, MAX_STEPS, 0, whole=True, from_one=True, noun="step"),
)
_FIELDS = {
    "preset": "preset",
    "net": "network",
    "as": "kind",
    "text": "text",
    "cols": "table_columns",
    "h": "hidden_size",
    "seed": "seed",
    "edits": "edits",
}
"""What links and screens call it: what a ``Setup`` calls it."""


def bare() -> SceneScreen:
    """Where an address says nothing: at the first word at which something is taken in."""
    return SceneScreen(t=1, values={**values_of(opened(PRESETS[0])), FIRST: 0})


def setup_of(screen: SceneScreen) -> Setup:
    """What the reader has set."""
    return Setup(**{field: screen[name] for name, field in _FIELDS.items()})


def values_of(setup: Setup) -> dict[str, Value]:
    """The same, for the screen."""
    return {name: getattr(setup, field) for name, field in _FIELDS.items()}
