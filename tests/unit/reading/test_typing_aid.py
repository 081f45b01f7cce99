"""What is offered to a typist is what the network holds for most probable, and what it saves."""

from dataclasses import asdict, dataclass
from heapq import heappop, heappush

import numpy as np
import pytest

from lstm_viz.networks import plays_data
from lstm_viz.notation import percent
from lstm_viz.reading.typing_aid import measure, measured_savings, passage
from lstm_viz.reading.typing_aid.offers import OFFERED, Offer, in_word, offers, tempered
from lstm_viz.reading.typing_aid.record import (
    LINE,
    LONGEST,
    alphabet,
    line_after,
    speller,
    typing_of,
)
from lstm_viz.reading.typing_aid.typist import right_offer, typed_out
from lstm_viz.reading.write import tempered as tempered_one
from tests.each import for_each

TEXT = "My lord, I pray thee, tell me where the ki"
TEMPERATURES = (0.1, 0.7, 1.0, 2.0)


def probability_of(before: str, text: str, temperature: float) -> list[float]:
    """Of each character and of the word's end, one after the other, from the whole text's run."""
    _, log2 = speller().read(alphabet().encode(before + text).indices)
    rows = np.exp2(tempered(log2, temperature))[len(before) :]
    characters = alphabet().characters
    shares = [rows[k][characters.index(c)] for k, c in enumerate(text)]
    ends = sum(rows[-1][k] for k, c in enumerate(characters) if not in_word(c))
    return [*shares, ends]


@for_each("temperature", TEMPERATURES)
def test_an_offer_is_as_probable_as_its_characters_and_its_end(temperature: float) -> None:
    typing = typing_of(TEXT, temperature)
    for at in (0, 5, 8, len(TEXT)):
        found = typing.offered[at]
        assert 1 <= len(found) <= OFFERED
        chances = [offer.probability for offer in found]
        assert chances == sorted(chances, reverse=True) and sum(chances) <= 1
        assert len({offer.text for offer in found}) == len(found)
        for offer in found:
            wanted = probability_of(TEXT[:at], offer.text, temperature)
            assert offer.factors == pytest.approx(wanted, abs=1e-9)
            word = offer.text.lstrip("".join(c for c in alphabet().characters if not in_word(c)))
            assert len(offer.text) >= 2 and word and all(map(in_word, word))


def best_first(before: str) -> str:
    """The most probable way to the word's end, searched for without a beam."""
    characters, heap = alphabet().characters, [(-1.0, "", False)]
    while True:
        negative, text, ended = heappop(heap)
        if ended:
            return text
        _, log2 = speller().read(alphabet().encode(before + text).indices)
        shares = np.exp2(log2[-1])
        begun = any(map(in_word, text))
        if begun and len(text) >= 2:
            end = sum(shares[k] for k, c in enumerate(characters) if not in_word(c))
            heappush(heap, (negative * end, text, True))
        for k, character in enumerate(characters):
            if in_word(character) or not begun:
                heappush(heap, (negative * shares[k], text + character, False))


def test_the_beam_finds_the_most_probable_way() -> None:
    typing = typing_of(TEXT)
    for at in (len("My lord, I p"), len("My lord, I pray th"), len(TEXT)):
        assert typing.offered[at][0].text == best_first(TEXT[:at]), TEXT[:at]
    assert typing.offered[len(TEXT)][0].text == "ng"


@dataclass(frozen=True)
class Told:
    """A speller of two letters and a space that says the same wherever it is."""

    characters = ("a", "b", " ")
    shares = (0.6, 0.1, 0.3)

    def read(self, indices):
        return (np.zeros((len(indices) + 1, 1)),), self._said(len(indices) + 1)

    def step(self, states, indices):
        return (np.zeros((len(indices), 1)),), self._said(len(indices))

    def _said(self, count):
        return np.log2(np.tile(self.shares, (count, 1)))


def test_offers_of_a_speller_that_is_known_in_advance() -> None:
    (found,) = offers(Told(), *Told().read(np.array([], int)))
    by_text = {offer.text: offer.probability for offer in found}
    assert by_text == pytest.approx(
        {"aa": 0.6 * 0.6 * 0.3, "aaa": 0.6**3 * 0.3, " a": 0.3 * 0.6 * 0.3}
    )


@for_each("temperature", TEMPERATURES)
def test_the_temperature_is_that_of_writing_on(temperature: float) -> None:
    _, log2 = speller().read(alphabet().encode("My lord").indices)
    for row in log2:
        wanted = tempered_one(row, temperature)
        np.testing.assert_allclose(np.exp2(tempered(row, temperature)), wanted, atol=1e-12)


def test_a_typist_takes_what_is_right_and_types_the_rest() -> None:
    def only(text: str) -> tuple[Offer, ...]:
        return (Offer("zz", (1.0,)), Offer(text, (0.5, 0.5)))

    offered = {2: only("ng"), 5: only("go"), 8: only("es")}
    shown = [offered.get(at, ()) for at in range(10)]
    typed = typed_out("king goes", shown)
    assert typed.taken == ((2, 4),), "“go” is not the end of the word, “es” comes one too late"
    assert (typed.keys, typed.saved_keys) == (8, 1) and typed.saved == pytest.approx(1 / 9)
    assert right_offer("kings", 2, only("ng")) is None
    assert right_offer("king", 2, only("ng")) == 1
    assert typed_out("", [()]).saved == 0


def test_what_is_typed_on_is_offered_the_same_as_all_at_once() -> None:
    whole = typing_of("O good my lord, no Latin")
    for length in (1, 9, 24):
        part = typing_of("O good my lord, no Latin"[:length])
        assert part.offered == whole.offered[: length + 1]
        np.testing.assert_allclose(part.log2_next, whole.log2_next[: length + 1], atol=1e-9)
    assert len(whole.trace) == len(whole.offered) == len(whole.expected) == 25


def test_a_text_may_be_empty_strange_or_as_long_as_there_is_room() -> None:
    assert typing_of("").typed.keys == 0 and len(typing_of("").offered) == 1
    strange = typing_of("é😀\ud800")
    assert strange.read_as == ("e", " ", " ") and all(strange.mapped)
    assert len(typing_of("a " * (LONGEST // 2))) == LONGEST
    with pytest.raises(ValueError, match="Expected at most 280 characters, got 281"):
        typing_of("a" * (LONGEST + 1))


@for_each("temperature", TEMPERATURES)
def test_a_line_ends_with_the_line_and_has_room(temperature: float) -> None:
    for seed in range(3):
        line = line_after("SIR TOBY.\nThou", temperature, np.random.default_rng(seed))
        assert line and len(line) <= LINE and "\n" not in line.lstrip("\n")
        again = line_after("SIR TOBY.\nThou", temperature, np.random.default_rng(seed))
        assert again == line
    assert len(line_after("a" * (LONGEST - 3), temperature, np.random.default_rng(0))) <= 3
    assert line_after("a" * LONGEST, temperature, np.random.default_rng(0)) == ""


# ---- what is kept in the file ------------------------------------------------------------------

NEARLY = 4
"""Keys: another BLAS adds in another order, and a tie may go the other way."""


def test_what_the_network_saves_on_the_passage_comes_out_again() -> None:
    found, piece = measured_savings(), passage()
    again = measure.typed_with(speller(), piece.text)
    assert len(piece.text) == found.on_passage.characters
    assert abs(again.keys - found.on_passage.network) <= NEARLY


@pytest.mark.trains("reading")
def test_the_gate_to_look_at_comes_out_again() -> None:
    found, piece = measured_savings(), passage()
    look = measure.measured_look(piece.text)
    assert abs(look.keys_held - found.look.keys_held) <= NEARLY
    assert abs(look.keys_others - found.look.keys_others) <= NEARLY
    wanted = asdict(found.look)
    wanted |= {"keys_held": look.keys_held, "keys_others": look.keys_others}
    for name, value in asdict(look).items():
        same = pytest.approx(wanted[name], abs=2e-4) if isinstance(value, float) else wanted[name]
        assert value == same, name


def test_the_network_saves_more_than_a_trigram_model_and_its_gate_matters() -> None:
    found = measured_savings()
    for on in (found.on_passage, found.on_plays):
        assert 0 < on.saved_by_trigram < on.saved_by_network / 2
    assert found.look.keys_held - found.on_passage.network > 3 * abs(
        found.look.keys_others - found.on_passage.network
    )
    assert found.look.within < 0.2 < 0.9 < found.look.between
    assert percent(found.on_plays.saved_by_network) == "28 %", "the README says so"
    assert percent(found.on_plays.saved_by_trigram) == "11 %"
    assert len(found.plays) == len(plays_data.HELD_OUT)


@pytest.mark.skipif(not plays_data.installed(), reason=f"needs {plays_data.INSTALL}")
def test_what_a_trigram_model_saves_comes_out_again() -> None:
    assert measure.cut_passage() == passage()
    again = measure.keys_on([passage().text])
    assert abs(again.trigram - measured_savings().on_passage.trigram) <= NEARLY
