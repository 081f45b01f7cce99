"""What the reader sets: what is read, by cells of which size and weights, and good examples."""

from __future__ import annotations

from dataclasses import dataclass, replace

RHYME = (
    "This is the house that Jack built. "
    "This is the malt that lay in the house that Jack built. "
    "This is the rat that ate the malt that lay in the house that Jack built. "
    "This is the cat that killed the rat that ate the malt that lay in the house that Jack built. "
    "This is the dog that worried the cat that killed the rat that ate the malt that lay in the "
    "house that Jack built. "
    "This is the cow with the crumpled horn that tossed the dog that worried the cat that killed "
    "the rat that ate the malt that lay in the house that Jack built."
)
"""A nursery rhyme: each verse goes on further back than the one before it."""
NETWORKS = ("random", "trained")
KINDS = ("sentence", "numbers")
LENGTHS = (2, 200)
SIZES = (2, 32)
GAINS = (0.1, 10.0)
BIASES = (-4.0, 8.0)
OPEN = 6.0
"""The forget bias of gates that are wide open: σ(6) = 0.998."""


@dataclass(frozen=True)
class Settings:
    """The same settings are run the same way, number by number.

    ``gain`` is the scale of all weights: at 1 the weights of h leave its length as it is.  ``bias``
    is that of the gate that keeps: the forget gate of the LSTM, the update gate of the GRU.  The
    trained networks have sizes and weights of their own, and read a story.
    """

    network: str = "random"
    kind: str = "sentence"
    text: str = RHYME
    length: int = 50
    hidden_size: int = 16
    gain: float = 1.0
    bias: float = 1.0
    seed: int = 0


PRESETS: dict[str, Settings] = {
    "fresh": Settings(),
    "vanishing": Settings(gain=0.5, bias=0.0, length=100),
    "exploding": Settings(gain=5.0, hidden_size=32, length=100),
    "open": Settings(bias=OPEN),
    "saturated": Settings(gain=10.0, bias=-2.0),
    "trained": Settings(network="trained"),
}


def with_preset(settings: Settings, preset: str) -> Settings:
    """The knobs of a preset; what is read stays."""
    return replace(PRESETS[preset], kind=settings.kind, text=settings.text)


def preset_of(settings: Settings) -> str | None:
    """The preset that these are, whatever is read."""
    return next((id for id in PRESETS if with_preset(settings, id) == settings), None)
