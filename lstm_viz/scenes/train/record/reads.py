"""What the sequences of a task are made of, as a stored network tells it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from lstm_viz.networks.about import alphabet
from lstm_viz.networks.header import shown
from lstm_viz.tasks import Task
from lstm_viz.tasks.next_character import MADE_UP, NEXT_CHARACTER


def read_by(task: Task) -> dict[str, str]:
    """Entries for the file of a network of this task: its data, and the characters if it reads any.

    Without its alphabet, in order, nobody could say which input is which character.
    """
    if task.id != NEXT_CHARACTER.id:
        return {"data": "drawn at random"}
    return {"data": "made-up sentences", "alphabet": json.dumps(MADE_UP.alphabet.characters)}


def check_read(task: Task, about: Mapping[str, str]) -> None:
    """Refuse a network that reads other characters than the task does here, or in another order.

    What it says would be shown, and scored, by the wrong letters.  ``ValueError`` in one sentence.
    """
    own, characters = MADE_UP.alphabet.characters, alphabet(about)
    if task.id != NEXT_CHARACTER.id or characters == own:
        return
    if set(characters) == set(own):
        raise ValueError(
            f"Expected a network that reads the {len(own)} characters of the made-up sentences "
            "in their order, got one that has them in another order."
        )
    raise ValueError(
        f"Expected a network that reads the {len(own)} characters of the made-up sentences, got "
        f"{shown(about['name'])}, which reads {len(characters)} of its own."
    )
