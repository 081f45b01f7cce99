"""A network from a file, in the place of one that was trained here."""

from __future__ import annotations

import json
from collections.abc import Mapping

import numpy as np

from lstm_viz.learn import Model
from lstm_viz.networks.header import shown
from lstm_viz.networks.metadata import alphabet
from lstm_viz.networks.stored import Stored
from lstm_viz.notation import counted
from lstm_viz.scenes.train.record.example import checkpoint_of, task_facts, telling_example
from lstm_viz.scenes.train.record.settings import Settings, settings_in
from lstm_viz.scenes.train.record.training import HELD_OUT, RandomStreams, bytes_of
from lstm_viz.scenes.train.record.training_record import TrainingRecord
from lstm_viz.tasks import TASKS, Task
from lstm_viz.tasks.next_character import MADE_UP, NEXT_CHARACTER
from lstm_viz.trace import Array

AT_ONCE = 2_000_000
"""Steps × sequences × units that are run together: their record takes 64 bytes of each."""


class OpenedNetwork:
    """Can be looked at like a ``Training`` that is over; ``go`` does nothing.

    Its ``settings`` are those that its file tells of, as far as they can be had here.  Raises
    ``ValueError`` in one sentence for a network that reads other characters than the task here.
    """

    ended = True

    def __init__(self, stored: Stored) -> None:
        self.stored = stored
        metadata = stored.metadata
        self.task = _task(metadata)
        check_alphabet(self.task, metadata)
        self.model = stored.model
        self.models = (stored.model,)
        size, units = int(metadata["size"]), self.model.hidden_size
        self.settings = settings_in(metadata, hidden_size=units)
        # The sequences that it was scored on if it was trained here, and its own example.
        draws = RandomStreams.of(int(metadata.get("seed", "0")))
        examples = self.task.test_examples(HELD_OUT, draws.held_out, size)
        shown = telling_example(self.task, draws.example, size)
        score = self.task.score(_outputs(self.model, examples.x), examples)
        step = max(1, int(metadata.get("steps", "1")))
        self.record = TrainingRecord(
            settings=Settings(metadata["task"], size, self.model.kind, units, steps=step),
            **task_facts(self.task, size),
            tokens=shown.tokens[0],
            wanted=self.task.wanted(shown, 0),
            planned=(0, step),
            checkpoints=(checkpoint_of(self.model, self.task, shown, step=step, score=score),),
            losses=(),
            scores=((step, score),),
            examples_per_second=0.0,
            ended=f"Opened from a file: “{metadata['name']}”, {counted(units, 'unit')}.",
        )

    @property
    def memory(self) -> int:
        """Bytes of its arrays."""
        return bytes_of(self.models, self.record.checkpoints)

    def go(self, seconds: float) -> None:
        """There is nothing to train."""

    def rest(self) -> None:
        """It does nothing else."""


def _outputs(model: Model, x: Array) -> Array:
    """x: (T, B, I), result: (T, B, O); of large networks a few sequences at a time."""
    together = max(1, AT_ONCE // (len(x) * model.hidden_size))
    runs = (model.run(x[:, b : b + together]) for b in range(0, x.shape[1], together))
    return np.concatenate([run.outputs for run in runs], axis=1)


def data_entries(task: Task) -> dict[str, str]:
    """Entries for the file of a network of this task: its data, and the characters if it reads any.

    Without its alphabet, in order, nobody could say which input is which character.
    """
    if task.id != NEXT_CHARACTER.id:
        return {"data": "drawn at random"}
    return {"data": "made-up sentences", "alphabet": json.dumps(MADE_UP.alphabet.characters)}


def _task(metadata: Mapping[str, str]) -> Task:
    if metadata["task"] not in TASKS:  # one of the menu Apply
        raise ValueError(
            f"Expected a network of {', '.join(TASKS)}, got one of {shown(metadata['task'])}."
        )
    return TASKS[metadata["task"]]


def check_alphabet(task: Task, metadata: Mapping[str, str]) -> None:
    """Refuse a network that reads other characters than the task does here, or in another order.

    What it says would be shown, and scored, by the wrong letters.  ``ValueError`` in one sentence.
    """
    own, characters = MADE_UP.alphabet.characters, alphabet(metadata)
    if task.id != NEXT_CHARACTER.id or characters == own:
        return
    if set(characters) == set(own):
        raise ValueError(
            f"Expected a network that reads the {len(own)} characters of the made-up sentences "
            "in their order, got one that has them in another order."
        )
    raise ValueError(
        f"Expected a network that reads the {len(own)} characters of the made-up sentences, got "
        f"{shown(metadata['name'])}, which reads {len(characters)} of its own."
    )
