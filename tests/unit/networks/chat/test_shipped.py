"""The two chatbots that ship: what their files say is measured again, on the pairs that ship."""

import importlib.util
from importlib import resources
from pathlib import Path

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.networks.chat.compared import (
    WAY,
    apart,
    nearest,
    on_the_way,
    without_units,
)
from lstm_viz.networks.chat.files import ATTENTION, FOLDER, NAMES, PLAIN, from_bytes, load, to_bytes
from lstm_viz.networks.chat.pairs import FILE, Pairs, pairs, replies
from lstm_viz.networks.chat.reply import BEAM, answer, hear, say
from lstm_viz.networks.chat.scores import bigram_perplexity, lookup_exact, perplexity, scored
from lstm_viz.networks.chat.table import table
from lstm_viz.networks.chat.words import LONGEST, LONGEST_REPLY, SPECIAL
from lstm_viz.networks.recipes import MissingDataError, chat_data
from lstm_viz.networks.recipes import chat as recipe

README = Path(__file__).parents[4] / "README.md"
MOST_BYTES = 2_000_000
measures = pytest.mark.trains("networks")


@measures
@pytest.mark.parametrize("name", NAMES)
def test_fresh_scores_are_those_of_the_file(name: str) -> None:
    loaded, known = load(name), pairs()
    said = loaded.score("held_out")
    found = scored(loaded.chat, known.vocabulary, known.held_out)
    assert (found.pairs, found.lines) == (len(known.held_out), len(replies(known.held_out)))
    assert (found.exact, found.beam) == pytest.approx((said.exact, said.beam), abs=0.03)
    assert found.perplexity == pytest.approx(said.perplexity, rel=1e-3)
    trained = perplexity(loaded.chat, known.vocabulary, known.training)
    assert trained == pytest.approx(loaded.score("training").perplexity, rel=1e-3)
    some = known.training[::10]
    learned = scored(loaded.chat, known.vocabulary, some)
    assert learned.exact > found.exact + 0.3  # learned by heart, as the page says


@pytest.mark.parametrize("name", NAMES)
def test_what_a_file_tells_is_what_the_recipe_makes(name: str) -> None:
    loaded, known = load(name), pairs()
    data = (FOLDER / f"{name}.safetensors").read_bytes()
    assert len(data) <= MOST_BYTES
    assert loaded.chat.attends == (name == ATTENTION)
    assert loaded.chat.hidden_size == recipe.HIDDEN_SIZE
    assert loaded.chat.embedding.shape == (len(known.vocabulary), recipe.EMBEDDING_SIZE)
    assert loaded.metadata["steps"] == str(recipe.STEPS)
    bigram = bigram_perplexity(known.vocabulary, known.training, known.held_out)
    assert loaded.bigram_perplexity == pytest.approx(bigram, rel=1e-5)
    looked_up = lookup_exact(known.training, known.held_out)
    assert loaded.lookup_exact == pytest.approx(looked_up, abs=1e-6)  # six digits are kept
    parts = {part: loaded.score(part) for part in ("training", "held_out")}
    told = {entry: text for entry, text in loaded.metadata.items() if entry != "scores"}
    assert to_bytes(loaded.chat, told, parts) == data
    assert from_bytes(data).metadata == loaded.metadata


def test_the_readme_shows_what_was_measured() -> None:
    assert table() in README.read_text("utf-8")
    count = len(pairs().training) + len(pairs().held_out)
    assert f"The {count} pairs of lines" in README.read_text("utf-8")


def test_the_pairs_fit_the_page_and_none_is_on_both_sides() -> None:
    known = pairs()
    assert not set(replies(known.training)) & set(replies(known.held_out))
    for pair in (*known.training, *known.held_out):
        assert 1 <= len(pair.asked) <= LONGEST and 1 <= len(pair.answered) <= LONGEST_REPLY
        assert all(map(known.vocabulary.knows, pair.answered)), pair
    used = {word for pair in known.training for word in (*pair.asked, *pair.answered)}
    assert set(known.vocabulary.words) - set(SPECIAL) <= used
    assert Pairs.from_json(known.to_json()) == known


@measures
def test_the_pairs_are_those_of_the_package() -> None:
    if importlib.util.find_spec("yaml") is None:
        pytest.skip("PyYAML is not installed: pip install --no-deps -r requirements-train.txt")
    try:
        found = chat_data.from_package()
    except MissingDataError as missing:
        pytest.skip(str(missing))
    with resources.as_file(FILE) as file:
        assert file.read_text("utf-8") == found.to_json() + "\n"


def test_a_training_trains_and_is_the_same_again() -> None:
    told: list[str] = []
    first, second = (recipe.trained(True, told.append, steps=3) for _ in range(2))
    for name, array in first.parameters.items():
        np.testing.assert_array_equal(array, second.parameters[name])
    other = recipe.trained(True, told.append, steps=3, seed=2)
    assert not np.array_equal(other.embedding, first.embedding) and told == []


def test_the_unit_of_distance_is_that_of_two_training_lines() -> None:
    chat, known = load(PLAIN).chat, pairs()
    lines = list(replies(known.training))[::7]
    vectors = [hear(chat, known.vocabulary, line).vector for line in lines]
    found = [apart(PLAIN, one, other) for k, one in enumerate(vectors) for other in vectors[:k]]
    assert np.mean(found) == pytest.approx(1, abs=0.1)


@pytest.mark.parametrize("name", NAMES)
def test_the_nearest_line_of_a_training_line_is_itself(name: str) -> None:
    chat, known = load(name).chat, pairs()
    for pair in known.training[::60]:
        heard = hear(chat, known.vocabulary, pair.asked)
        said = answer(chat, known.vocabulary, heard)
        near = nearest(name, heard, said)
        assert near.distance == pytest.approx(0, abs=1e-9)
        assert pair.reply in near.replies
        assert near.learned == any(said.reply == one.answered for one in known.training)


def test_the_way_leads_from_one_reply_to_the_other() -> None:
    chat, words = load(PLAIN).chat, pairs().vocabulary
    one, other = (hear(chat, words, line) for line in (("hello",), ("are", "you", "a", "robot")))
    found = on_the_way(chat, words, one, other, BEAM)
    assert len(found) == len(WAY)
    assert found[0].words == answer(chat, words, one, BEAM).words
    assert found[-1].words == answer(chat, words, other, BEAM).words
    middle = say(chat, words, ((one.h + other.h) / 2, (one.c + other.c) / 2), width=BEAM)
    assert found[len(WAY) // 2].words == middle.words


@pytest.mark.parametrize("name", NAMES)
def test_a_unit_that_is_left_out_is_one_that_is_handed_over_as_0(name: str) -> None:
    chat, words = load(name).chat, pairs().vocabulary
    heard = hear(chat, words, ("are", "you", "a", "robot"))
    said = answer(chat, words, heard)
    found = without_units(chat, words, heard, said)
    assert found.shape == (chat.hidden_size,)
    unit = int(found.argmin())
    h, c = heard.h.copy(), heard.c.copy()
    h[unit] = c[unit] = 0
    numbers = np.array([words.numbers[word] for word in said.words])
    told = np.array([words.numbers["<start>"], *numbers[:-1]])
    trace = chat.decoder.run(chat.embedding[told], h, c)
    top = trace.h
    if chat.attention is not None:
        states = heard.trace.h[:, np.newaxis]
        there = np.ones(states.shape[:2], bool)
        top = chat.attention.run(trace.h[:, np.newaxis], states, there).read[:, 0]
    outputs = chat.head.run(top)
    logs = outputs - np.log(np.exp(outputs).sum(axis=1, keepdims=True))
    assert_allclose(found[unit], logs[np.arange(len(numbers)), numbers].sum(), rtol=1e-9)
    assert found[unit] < said.log_probability
