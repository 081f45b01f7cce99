"""What the page makes of a line: words, the unit to look at, and the cell that reads words."""

import numpy as np
import pytest
from numpy.testing import assert_allclose

from lstm_viz.inputs import InputError
from lstm_viz.networks.chat.files import load
from lstm_viz.networks.chat.words import LONGEST, START
from lstm_viz.scenes.chatbot.record import (
    MOST_CHARACTERS,
    Settings,
    Talk,
    decoder_run,
    encoder_run,
    talk,
    words_of,
)


def talked(line: str, *, attends: bool = False, beam: bool = False) -> Talk:
    return talk(Settings(words_of(line), words_of("How are you?"), attends, beam))


def test_a_line_without_words_or_with_too_many_is_refused_in_one_sentence() -> None:
    for text, said in {
        "": f"Expected a line of 1 to {LONGEST} words, got nothing.",
        " … ?!": f"Expected a line of 1 to {LONGEST} words, got ‘… ?!’.",
        "so " * (LONGEST + 1): f"Expected a line of 1 to {LONGEST} words, got {LONGEST + 1}.",
        "o" * (MOST_CHARACTERS + 1): "Expected a line of at most 200 characters, got 201.",
    }.items():
        with pytest.raises(InputError) as refused:
            words_of(text)
        assert str(refused.value) == said
    assert words_of("Hello, YOU!") == ("hello", "you")


@pytest.mark.parametrize("attends", [False, True])
def test_the_unit_to_look_at_costs_the_reply_most(attends: bool) -> None:
    found = talked("Do you like pizza?", attends=attends)
    assert found.look.likely == pytest.approx(np.exp(found.said.log_probability))
    assert found.look.without < found.look.likely
    written = np.abs(found.heard.trace.written[:, found.look.unit])
    assert written[found.look.at] == written.max()
    assert found.unknown == ("pizza",)
    assert bool(found.on_the_way) != attends


@pytest.mark.parametrize("attends", [False, True])
def test_the_cell_that_reads_words_does_what_the_network_does(attends: bool) -> None:
    found = talked("are you what you are, zyx?", attends=attends)
    chat = load(found.name).chat
    for run, trace, layer in (
        (encoder_run(found), found.heard.trace, chat.encoder),
        (decoder_run(found), found.said.trace, chat.decoder),
    ):
        for name in ("f", "i", "g", "o", "c", "h"):
            assert_allclose(getattr(run.trace, name), getattr(trace, name), atol=1e-10)
        assert run.trace.x.sum(axis=1).tolist() == [1.0] * len(run.tokens)
        assert [run.columns[k] for k in run.trace.x.argmax(axis=1)] == list(run.tokens)
        np.testing.assert_array_equal(run.cell.weight_hh, layer.weight_hh)
    assert decoder_run(found).tokens[0] == START
    assert len(decoder_run(found).answers) == len(found.said.words)
