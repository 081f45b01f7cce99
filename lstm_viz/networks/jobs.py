"""What the networks of the menu Apply do.

Unlike a task, a job has no examples that are drawn: its data is in the recipe of its network.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lstm_viz.networks.chorales.notes import NAMES
from lstm_viz.tasks import TASKS, Task


@dataclass(frozen=True)
class Job:
    """``sizes``: lowest, highest and usual, as of a ``Task``."""

    id: str
    title: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    sizes: tuple[int, int, int]
    size_name: str


NEXT_CHORD = Job("next-chord", "Next chord", NAMES, NAMES, (1, 512, 128), "quarters")
JOBS: Mapping[str, Job] = MappingProxyType({job.id: job for job in (NEXT_CHORD,)})


def asked(id: str) -> Task | Job:
    """What a network is for, by the word in its metadata."""
    return JOBS.get(id) or TASKS[id]
