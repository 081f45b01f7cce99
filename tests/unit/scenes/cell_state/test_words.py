"""What is said on the belt is so in its runs."""

import re

from lstm_viz.lesson.glossary import linked
from lstm_viz.scenes.cell_state import record as belt
from lstm_viz.scenes.cell_state.record import (
    AGAIN_AT,
    NUMBERED_FROM,
    STEPS,
    UNIT,
    half_life,
    unchanged,
)
from lstm_viz.scenes.cell_state.words.belt import ENDING, equation, numbers, sentence, title
from tests.unit.scenes.cell_state.runs import every, words


@every
def test_what_is_said_is_so(keep, gate):
    run = belt.run(keep, gate)
    for t in range(STEPS):
        text = words(sentence(run, t))
        assert ("to the last bit" in text) == (t > 0 and unchanged(run, t))
        assert ("is gone at the first step" in text) == (
            t > 0 and keep == 0 and gate != "free" and (gate, t) != ("again", AGAIN_AT)
        )
        if t and "keeps that share" in text:
            shown = [belt.plain(v[t, UNIT]) for v in (run.trace.c_prev, run.trace.c)]
            assert f"of {words(shown[0])}, unit 1 keeps {words(shown[1])}." in text
            assert f"every {half_life(run):.1f} steps" in text
        if t >= NUMBERED_FROM:
            line = words(numbers(run, t))
            assert line.endswith(f"by all paths {words(belt.plain(run.whole[t]))}")
            assert f"= {words(belt.plain(run.left[t]))};" in line
        assert title(run, t) and equation(t)
    assert not re.search(r"\b(inf|nan)\b", "".join(sentence(run, t) for t in range(STEPS)))


def test_carried_unchanged_no_two_steps_are_told_alike():
    run = belt.run(1.0)
    told = [words(sentence(run, t)) for t in range(1, STEPS)]
    assert len(set(told)) == len(told)
    for t, text in enumerate(told[1:-1], start=2):
        unit = int(re.search(r"unit (\d) still holds", text)[1]) - 1
        assert f"holds {words(belt.plain(run.trace.c[t, unit]))}," in text
    assert all(words(belt.plain(value)) in told[-1] for value in run.trace.c[-1])


def test_the_ending_links_its_terms():
    assert "[[" not in linked(ENDING)
