"""The page "Is it true?": what it hands to the player, other numbers, its links."""

from lstm_viz.scenes.claims.record import CLAIMS, result_of
from tests.pages.helpers import handed, open_at, plain, player_tells, sound

PAGE = "claims"
FIRST, SECOND, *_, LAST = CLAIMS


def test_it_opens_with_a_claim_and_a_question_that_its_run_answers() -> None:
    at = open_at(page=PAGE)
    data = handed(at)
    film = data["film"]
    assert (film["kind"], film["steps"]) == ("board", 2)
    assert CLAIMS[FIRST].says in film["frames"][0][0]["title"]
    (question,) = film["questions"]
    assert question["because"] == result_of(FIRST, 0).saw
    assert (data["query"], data["at"]["t"]) == ("", 0)
    assert not at.warning and not at.error


def test_the_next_claim_other_numbers_and_any_claim_are_a_press_away(monkeypatch) -> None:
    at = open_at(page=PAGE)
    at = player_tells(monkeypatch, at, PAGE, "next")
    data = handed(at)
    assert CLAIMS[SECOND].says in data["film"]["frames"][0][0]["title"]
    (button,) = [one for one in at.button if one.label == "Test it with other numbers"]
    sound(button.click().run())
    data = handed(at)
    assert f"claim={SECOND}" in data["query"] and "seed=1" in data["query"]
    assert data["at"]["t"] == 1, "they stay at the result"
    sound(at.selectbox(key="claims_claim").select("own-unit").run())
    data = handed(at)
    assert "seed=1" in data["query"] and data["at"]["t"] == 0
    assert data["film"]["questions"][0]["because"] == result_of("own-unit", 1).saw


def test_every_claim_has_a_link_and_after_the_last_one_there_is_none() -> None:
    at = open_at(page=PAGE, claim="unchanged", seed="7", t="2")
    data = handed(at)
    assert data["at"]["t"] == 1 and data["next"] is not None
    assert data["film"]["questions"][0]["because"] == result_of("unchanged", 7).saw
    assert not at.warning
    at = open_at(page=PAGE, claim=LAST)
    assert handed(at)["next"] is None


def test_nonsense_in_a_link_is_noted() -> None:
    for query in ({"claim": "tea"}, {"seed": "-1"}, {"t": "9"}):
        at = open_at(page=PAGE, **query)
        (note,) = at.warning
        ((name, value),) = query.items()
        assert f"{name}={value}" in plain(note.value)
        assert FIRST in handed(at)["film"]["questions"][0]["id"]
