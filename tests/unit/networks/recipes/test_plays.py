"""The network that reads plays: how it is trained and measured, and that it reads."""

import json
from collections import Counter
from itertools import islice, pairwise

import numpy as np
import pytest

from lstm_viz.learn import Batch
from lstm_viz.networks import plays_data
from lstm_viz.networks.metadata import alphabet
from lstm_viz.networks.recipes import MissingDataError, plays
from lstm_viz.networks.stored import ENDING, FOLDER, Stored, load, to_bytes
from lstm_viz.reading.read import LONGEST
from lstm_viz.tasks.next_character import bits_of_text

# From Macbeth, which training never saw.
SAMPLE = """
MACBETH.
She should have died hereafter;
There would have been a time for such a word.--
To-morrow, and to-morrow, and to-morrow,
Creeps in this petty pace from day to day,
To the last syllable of recorded time;
And all our yesterdays have lighted fools
The way to dusty death. Out, out, brief candle!
Life's but a walking shadow; a poor player,
That struts and frets his hour upon the stage,
And then is heard no more: it is a tale
Told by an idiot, full of sound and fury,
Signifying nothing.

[Enter a Messenger.]

Thou com'st to use thy tongue; thy story quickly.

MESSENGER.
Gracious my lord,
I should report that which I say I saw,
But know not how to do it.

MACBETH.
Well, say, sir.

MESSENGER.
As I did stand my watch upon the hill,
I look'd toward Birnam, and anon, methought,
The wood began to move.

MACBETH.
Liar, and slave!
"""


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two short texts as all the plays there are, and little to do."""
    texts = {"training": SAMPLE * 40, "held out": SAMPLE[::-1] * 20}
    monkeypatch.setattr(plays_data, "plays", lambda names: tuple(texts[name] for name in names))
    monkeypatch.setattr(plays_data, "TRAINING", ("training", "training"))
    monkeypatch.setattr(plays_data, "HELD_OUT", {"held out": "Held Out"})
    monkeypatch.setattr(plays, "HIDDEN_SIZE", 6)
    monkeypatch.setattr(plays, "TELL_EVERY", 20)
    plays.ngram_bits.cache_clear()


def entropy(counts: Counter[str]) -> float:
    share = np.array(list(counts.values())) / counts.total()
    return float(-(share * np.log2(share)).sum())


# ---- what is read in which order -----------------------------------------------------------------


def taken(count: int, text: str = SAMPLE * 60, seed: int = 3) -> tuple[Batch, ...]:
    indices = plays.ALPHABET.encode(text).indices
    return tuple(islice(plays.batches(indices, np.random.default_rng(seed)), count))


def characters(batch: Batch, sequence: int) -> str:
    return plays.ALPHABET.decode(batch.x[:, sequence].argmax(axis=-1))


def test_stretches_begin_with_a_line_break_and_go_on_piece_by_piece() -> None:
    batches = taken(3 * plays.PIECES)
    for first in range(0, len(batches), plays.PIECES):
        pieces = batches[first : first + plays.PIECES]
        assert [piece.fresh for piece in pieces] == [True] + [False] * (plays.PIECES - 1)
        for sequence in (0, plays.BATCH_SIZE - 1):
            read = "".join(characters(piece, sequence) for piece in pieces)
            assert len(read) == plays.STRETCH
            assert read.startswith("\n")
            assert read in SAMPLE * 60


def test_the_next_character_is_what_is_wanted() -> None:
    for batch in taken(3):
        wanted = plays.ALPHABET.decode(batch.targets[:, 5])
        assert wanted[:-1] == characters(batch, 5)[1:]


def test_a_round_reads_about_all_of_the_text_once_and_the_next_one_reads_it_elsewhere() -> None:
    lines = "".join(f"\nline {number}" for number in range(40_000))
    in_a_round = len(lines) // (plays.STRETCH * plays.BATCH_SIZE)
    read = taken(2 * in_a_round * plays.PIECES, lines)
    rounds = read[: in_a_round * plays.PIECES], read[in_a_round * plays.PIECES :]
    starts = [
        [characters(batch, k)[:12] for batch in part if batch.fresh for k in range(batch.size)]
        for part in rounds
    ]
    assert len(set(starts[0])) == len(starts[0])
    assert starts[0] != sorted(starts[0])
    assert len(set(starts[0]) & set(starts[1])) < 0.5 * len(starts[0])


def test_the_learning_rate_is_steady_then_falls() -> None:
    rates = [plays.rate(share) for share in np.linspace(0, 1, 101)]
    assert rates[0] == rates[30] == plays.LEARNING_RATE
    assert all(later < earlier for earlier, later in pairwise(rates[30:]))
    assert rates[-1] == pytest.approx(plays.LEARNING_RATE * plays.LAST_RATE)


def test_passages_are_the_whole_text_each_from_a_line_break_on() -> None:
    text = plays.ALPHABET.encode(SAMPLE * 30).indices
    cut = plays.passages(text)
    assert plays.PASSAGE == LONGEST
    assert len(cut) > 2
    assert np.array_equal(np.concatenate(cut), text)
    for passage in cut:
        assert plays.ALPHABET.characters[passage[0]] == "\n"
        assert len(passage) < plays.PASSAGE + 200


# ---- training and measuring ----------------------------------------------------------------------


@pytest.mark.trains("networks")
@pytest.mark.usefixtures("small")
def test_training_learns_and_the_same_seed_gives_the_same_bytes() -> None:
    told: list[str] = []
    first, second, other = (plays.train(told.append, seed, 60) for seed in (1, 1, 2))
    assert to_bytes(first) == to_bytes(second) != to_bytes(other)
    begin, end = (float(line.split()[2]) for line in (told[0], told[2]))
    assert end < begin - 0.5
    assert first.metadata["steps"] == "60"


@pytest.mark.trains("networks")
@pytest.mark.usefixtures("small")
def test_the_score_is_of_the_held_out_text_beside_n_grams_on_the_same() -> None:
    untrained = plays.train(lambda line: None, steps=1)
    found = plays.PLAYS.measure(untrained)
    blind = np.log2(len(plays.ALPHABET))
    assert found.score == pytest.approx(blind, abs=0.2)
    bits = {name: float(found.also[f"{name}_bits"]) for name in ("unigram", "bigram", "trigram")}
    # Held out is the text backwards: single characters are as frequent there, sequences are not.
    assert bits["unigram"] == pytest.approx(entropy(Counter(SAMPLE)), abs=0.05)
    assert bits["bigram"] > bits["unigram"] - 0.5
    assert found.chance == pytest.approx(bits["trigram"], abs=1e-5)


def test_without_the_texts_recipe_and_score_say_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(names: tuple[str, ...]) -> tuple[str, ...]:
        raise plays_data.NotInstalledError("the plays come from elsewhere")

    monkeypatch.setattr(plays_data, "plays", missing)
    plays.ngram_bits.cache_clear()
    with pytest.raises(MissingDataError, match="from elsewhere"):
        plays.PLAYS.train(lambda line: None)
    with pytest.raises(MissingDataError, match="from elsewhere"):
        plays.PLAYS.measure(load("plays"))


# ---- what ships ----------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def shipped() -> Stored:
    return load("plays")


def test_it_is_one_layer_of_128_units_over_the_alphabet(shipped: Stored) -> None:
    assert len(shipped.model.layers) == 1
    assert shipped.model.hidden_size == 128
    assert shipped.model.dtype == np.float32
    assert alphabet(shipped.metadata) == plays_data.CHARACTERS
    assert shipped.model.input_size == len(plays_data.CHARACTERS)
    assert len((FOLDER / f"plays{ENDING}").read_bytes()) < 500_000


def test_its_file_tells_all_that_the_recipe_says(shipped: Stored) -> None:
    assert plays.metadata().items() <= shipped.metadata.items()
    assert shipped.metadata["made_by"] == "python -m lstm_viz.networks make plays"
    assert json.loads(shipped.metadata["settings"])["learning_rate"] == plays.LEARNING_RATE


def test_it_beats_the_trigram_model_clearly(shipped: Stored) -> None:
    bits = [
        float(shipped.metadata[name])
        for name in ("score", "trigram_bits", "bigram_bits", "unigram_bits")
    ]
    assert bits == sorted(bits)
    assert bits[0] < bits[1] - 0.6
    assert shipped.metadata["chance"] == shipped.metadata["trigram_bits"]


def test_it_reads_an_unseen_sample_with_fewer_bits_than_counts_of_that_very_sample(
    shipped: Stored,
) -> None:
    read = bits_of_text(shipped.model, plays.ALPHABET, plays.ALPHABET.encode(SAMPLE).indices)
    unigram = entropy(Counter(SAMPLE))
    bigram = entropy(Counter(map("".join, pairwise(SAMPLE)))) - entropy(Counter(SAMPLE[:-1]))
    assert read < bigram - 0.2 < unigram


def test_it_knows_what_a_play_looks_like(shipped: Stored) -> None:
    def likeliest(text: str) -> str:
        forward = shipped.model.run(plays.ALPHABET.one_hot(plays.ALPHABET.encode(text).indices))
        return plays_data.CHARACTERS[int(forward.outputs[-1].argmax())]

    assert likeliest("\nMACBETH.") == "\n"
    assert likeliest("\nWhat is th") == "e"
    assert likeliest("\n[Enter MACBETH.") == "]"
    assert likeliest("\n[Exeunt.") == "]"
    assert likeliest("\nHow now, my lord? [Exit.]") == "\n"
