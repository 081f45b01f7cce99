"""What the player is handed on the phone call."""

import pytest

from lstm_viz.player import questions_payload
from lstm_viz.scenes.phone_call.controls import film
from lstm_viz.scenes.phone_call.picture import call_film
from lstm_viz.scenes.phone_call.questions import QUESTIONS
from lstm_viz.scenes.phone_call.record import run
from lstm_viz.scenes.phone_call.words.call import STORY


@pytest.mark.parametrize("held", [None, 2])
def test_the_player_is_handed_the_story_its_weights_and_its_questions(held):
    sent = film(held)
    call = run(held)
    wanted, cell = call.trace, call.cell
    drawn = call_film(wanted, held)
    assert sent["told"] == [list(sentences) for sentences in drawn.told]
    assert sent["speaks"] == [list(units) for units in drawn.speaks]
    assert sent["unitLabels"] == list(STORY.units)
    assert sent["tokens"] == [beat.label for beat in STORY.beats]
    assert set(sent["weights"]) == {"weight_ih", "weight_hh", "bias"}
    assert sent["weights"]["weight_ih"]["shape"] == list(cell.weight_ih.shape)
    assert sent["questions"] == questions_payload(QUESTIONS, wanted)
