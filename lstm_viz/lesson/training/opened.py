"""A network from a file, in the place of one that was trained here."""

from __future__ import annotations

from lstm_viz.lesson.training.looked import look, of_task, telling
from lstm_viz.lesson.training.record import Watched
from lstm_viz.lesson.training.run import HELD_OUT, Draws
from lstm_viz.lesson.training.settings import Settings, settings_in
from lstm_viz.networks.stored import Stored
from lstm_viz.tasks import TASKS


class Opened:
    """Can be looked at like a ``Training`` that is over; ``go`` does nothing.

    Its ``settings`` are those that its file tells of, as far as they can be had here.  Raises
    ``ValueError`` in one sentence for a network of a task that is not trained here.
    """

    ended = True

    def __init__(self, stored: Stored, *, tasks: tuple[str, ...]) -> None:
        self.stored = stored
        about = stored.about
        if about["task"] not in tasks:
            raise ValueError(
                f"Expected a network for one of the tasks {', '.join(tasks)}, got one for "
                f"{about['task']}."
            )
        self.task = TASKS[about["task"]]
        self.model = stored.model
        self.models = (stored.model,)
        size, units = int(about["size"]), self.model.hidden_size
        self.settings = settings_in(about, hidden_size=units)
        # The sequences that it was scored on if it was trained here, and its own example.
        draws = Draws.of(int(about.get("seed", "0")))
        examples = self.task.test_examples(HELD_OUT, draws.held_out, size)
        shown = telling(self.task, draws.example, size)
        score = self.task.score(self.model.run(examples.x).outputs, examples)
        step = max(1, int(about.get("steps", "1")))
        self.watched = Watched(
            settings=Settings(about["task"], size, self.model.kind, units, steps=step),
            **of_task(self.task, size),
            tokens=shown.tokens[0],
            wanted=self.task.wanted(shown, 0),
            planned=(0, step),
            checkpoints=(look(self.model, self.task, shown, step=step, score=score),),
            losses=(),
            scores=((step, score),),
            examples_per_second=0.0,
            ended=f"Opened from a file: “{about['name']}”, {units} unit{'s' * (units != 1)}.",
        )

    def go(self, seconds: float) -> None:
        """There is nothing to train."""

    def rest(self) -> None:
        """It does nothing else."""
