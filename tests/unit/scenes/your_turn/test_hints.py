"""A wrong answer of which nothing is known is told where to look."""

from lstm_viz.lesson.contents import SCENES
from lstm_viz.scenes.your_turn.record.judge import Kind, judge
from lstm_viz.scenes.your_turn.record.sums import STEPS
from lstm_viz.scenes.your_turn.record.task import fresh
from lstm_viz.scenes.your_turn.words import said

TASK, FAR = fresh(1), 77.0


def test_a_wrong_answer_has_the_hint_of_its_step() -> None:
    hints = set()
    for step in STEPS:
        (verdict,) = judge(TASK, step, (FAR,), {})
        assert verdict.kind is Kind.WRONG
        told = said(verdict, step)
        assert told.startswith("✗ 77.00 is not it. ")
        assert any(f"“{scene.title}”" in told for scene in SCENES), told
        hints.add(told)
    assert len(hints) == 7, "input gate and candidate share a scene; σ is the same for three gates"
