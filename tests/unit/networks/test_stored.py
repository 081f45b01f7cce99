"""Files of networks: what is written is read back, and what came from elsewhere is told apart."""

import json
from dataclasses import replace

import numpy as np
import pytest

from lstm_viz.learn import CELLS, Model
from lstm_viz.networks.stored import SHIPPED, Stored, from_bytes, load, to_bytes
from lstm_viz.tasks import TASKS

ABOUT = {"name": "mine", "task": "parity", "size": "20"}
SIZES = {
    "input_size": len(TASKS["parity"].inputs),
    "output_size": len(TASKS["parity"].outputs),
    "hidden_size": 3,
}


def network(cell: str = "lstm", layers: int = 1, dtype: type = np.float32) -> Stored:
    rng = np.random.default_rng(0)
    return Stored(Model.init(cell=cell, **SIZES, layers=layers, rng=rng, dtype=dtype), ABOUT)


@pytest.mark.parametrize("dtype", [np.float32, np.float64])
@pytest.mark.parametrize("layers", [1, 2, 3])
@pytest.mark.parametrize("cell", CELLS)
def test_what_was_written_is_read_back_to_the_bit(cell: str, layers: int, dtype: type) -> None:
    written = network(cell, layers, dtype)
    found = from_bytes(to_bytes(written))
    assert found.model.kind == cell
    assert len(found.model.layers) == layers
    assert dict(found.metadata) == dict(written.metadata)
    old, new = written.model.parameters, found.model.parameters
    assert list(old) == list(new)
    for name in old:
        assert new[name].dtype == dtype
        assert np.array_equal(old[name], new[name])


def test_equal_networks_give_equal_bytes() -> None:
    # The library alone shuffles the metadata anew each time: with these many, hardly ever alike.
    metadata = {**ABOUT, **{f"entry_{letter}": letter for letter in "abcdefghijkl"}}
    first, *others = (to_bytes(Stored(network().model, metadata)) for _ in range(5))
    assert all(other == first for other in others)
    assert to_bytes(from_bytes(first)) == first
    assert to_bytes(Stored(network().model, dict(reversed(metadata.items())))) == first


def test_the_file_is_one_that_the_library_reads() -> None:
    from safetensors.numpy import load as library_load

    stored = network()
    arrays = library_load(to_bytes(stored))
    assert set(arrays) == set(stored.model.parameters)
    header_bytes = int.from_bytes(to_bytes(stored)[:8], "little")
    assert header_bytes % 8 == 0
    header = json.loads(to_bytes(stored)[8 : 8 + header_bytes])
    assert header["__metadata__"]["format"] == "lstm_viz/1"
    assert header["__metadata__"]["cell"] == "lstm"


def test_a_next_character_network_has_as_many_inputs_as_letters() -> None:
    letters = ["a", "“", "\n", "é", "<"]
    rng = np.random.default_rng(0)
    model = Model.init(input_size=5, hidden_size=2, output_size=5, rng=rng)
    metadata = {**ABOUT, "task": "next-character", "alphabet": json.dumps(letters)}
    assert json.loads(from_bytes(to_bytes(Stored(model, metadata))).metadata["alphabet"]) == letters
    with pytest.raises(ValueError, match=r"shape \(8, 4\)"):
        Stored(model, {**metadata, "alphabet": json.dumps(letters[:4])})
    with pytest.raises(ValueError, match="Expected an alphabet"):
        Stored(model, {**ABOUT, "task": "next-character"})


def test_words_that_would_be_refused_in_a_file_are_refused_before_it_is_written() -> None:
    with pytest.raises(ValueError, match="at most 1,000 characters of metadata name, got 1,001"):
        replace(network(), metadata={**ABOUT, "name": "n" * 1001})
    with pytest.raises(ValueError, match="Expected the cell 'lstm', got 'gru'"):
        replace(network(), metadata={**ABOUT, "cell": "gru"})


def test_about_cannot_be_changed_behind_the_scenes() -> None:
    with pytest.raises(TypeError):
        network().metadata["name"] = "other"  # type: ignore[index]


def test_a_network_that_does_not_ship_is_not_looked_for() -> None:
    with pytest.raises(ValueError, match="Expected a network of "):
        load("../../../secrets")


@pytest.mark.parametrize("name", SHIPPED)
def test_shipped_networks_are_small_and_tell_how_they_were_made(name: str) -> None:
    stored = load(name)
    assert stored.metadata["name"] == name
    assert stored.metadata["made_by"] == f"python -m lstm_viz.networks make {name}"
    for entry in ("data", "licence", "seed", "steps", "score", "score_name", "chance"):
        assert stored.metadata[entry]
