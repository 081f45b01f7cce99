"""The story of the page, and one step of it."""

import numpy as np

from lstm_viz.scenes.start.record.story import steps
from tests.unit.scenes.start.runs import ROW


def test_a_step_is_that_of_the_run() -> None:
    for n in range(len(ROW)):
        one, at = steps(ROW, (n,)), ROW.basket.at[n]
        assert one.x.shape[0] == 1
        for name in one.names:
            expected = getattr(ROW.basket.trace, name)[at]
            np.testing.assert_allclose(getattr(one, name)[0], expected, atol=1e-12)


def test_the_network_is_right_and_this_rnn_once_not() -> None:
    """What the story is there to show."""
    answers = [column.answer for column in ROW.columns if column.answer]
    assert [answer.lstm for answer in answers] == [answer.so for answer in answers] == [2, 1]
    assert any(answer.rnn != answer.so for answer in answers)
