"""What the film shows, one shot after the other: told from the runs, whichever they are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from lstm_viz.learn import Model
from lstm_viz.lesson.column import Column
from lstm_viz.networks.basket_run import LSTM, OTHER, RNN, BasketRun, Checkpoint, recorded
from lstm_viz.networks.recipes.basket import PENALTY_FROM
from lstm_viz.scenes.how_it_learns.record.jobs import Moment, moments, seen_at
from lstm_viz.scenes.how_it_learns.record.step import AFTER, ASKED, Slow, slow
from lstm_viz.scenes.how_it_learns.record.story import EMPTIED, STORY, story_columns
from lstm_viz.tasks.basket import QUESTIONS

SLOW_STAGES = 4
"""Loss, gradient, weight, gate."""
FIRST_ASKED = STORY.index(QUESTIONS[0])


@dataclass(frozen=True, eq=False)
class Shot:
    """One frame: the story as the LSTM (``model``) and the RNN of step ``step`` read it.

    ``now`` is the sentence that is looked at; ``slow`` the stage (from 0) of the slow motion.
    With ``compares`` it is the LSTM of the other run.
    """

    step: int
    model: Model
    columns: tuple[Column, ...]
    now: int
    moment: Moment
    slow: int | None = None
    compares: bool = False


@dataclass(frozen=True, eq=False)
class Shots:
    """A film: the LSTM's run, the RNN's beside it, and if there is one a run to compare with.

    The recorded film shows one ``step`` slowly, and what it is compared with in its last shot; a
    reader's own is compared all along.
    """

    run: BasketRun
    rnn: BasketRun
    shots: tuple[Shot, ...]
    step: Slow | None = None
    other: BasketRun | None = None

    @property
    def compared_at(self) -> Checkpoint:
        assert self.other is not None
        return self.other.at(PENALTY_FROM)


@cache
def shipped() -> Shots:
    """The recorded training, one step of it in slow motion, and the other forget bias."""
    run, rnn, other = recorded(LSTM), recorded(RNN), recorded(OTHER)
    one = slow(run.at(AFTER))
    found = list(_moments(run, rnn))
    after = next(n for n, shot in enumerate(found) if shot.step > AFTER)
    found[after:after] = [
        _shot(_moved(one, k), rnn, Moment(AFTER), EMPTIED if k else ASKED, slow=k)
        for k in range(SLOW_STAGES)
    ]
    compared = other.at(PENALTY_FROM)
    found.append(
        Shot(
            compared.step,
            compared.model,
            story_columns(compared.model, rnn.at(compared.step).model),
            EMPTIED - 1,
            Moment(compared.step),
            compares=True,
        )
    )
    return Shots(run, rnn, tuple(found), one, other)


def own(run: BasketRun, rnn: BasketRun) -> Shots:
    """The film of a training of the reader's, as far as it is, with the RNN beside it."""
    return Shots(run, rnn, tuple(_moments(run, rnn)), other=_beside(run))


def newest(run: BasketRun, rnn: BasketRun) -> Shots:
    """One shot, of the last checkpoints: for a training that goes on, or has not begun."""
    last = run.checkpoints[-1]
    shot = _shot(last.model, rnn, Moment(last.step), FIRST_ASKED)
    return Shots(run, rnn, (shot,), other=_beside(run))


def _beside(run: BasketRun) -> BasketRun | None:
    """The recorded run, if this one began otherwise."""
    recorded_run = recorded(LSTM)
    return None if run.forget_bias == recorded_run.forget_bias else recorded_run


def _moments(run: BasketRun, rnn: BasketRun) -> list[Shot]:
    return [
        _shot(
            run.at(moment.step).model,
            rnn,
            moment,
            seen_at(moment.jobs) if moment.jobs else FIRST_ASKED,
        )
        for moment in moments(run)
    ]


def _moved(one: Slow, stage: int) -> Model:
    return one.after if stage == SLOW_STAGES - 1 else one.before


def _shot(model: Model, rnn: BasketRun, moment: Moment, now: int, slow: int | None = None) -> Shot:
    columns = story_columns(model, rnn.at(moment.step).model)
    return Shot(moment.step, model, columns, now, moment, slow)
