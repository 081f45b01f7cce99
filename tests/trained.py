"""Long computations that are done again only once what decides them has changed.

Trainings, scores measured afresh, gradients by differences. `python -m tests.trained` does them all
(`python -m tests.trained networks`: those of that name) and notes from which sources they came out
as they should. While the sources are others than those, the test line does them too.
"""

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NOTED = Path(__file__).with_name("trained.json")
"""Name of a training to the hash of its sources."""
AGAIN = "LSTM_VIZ_TRAIN_AGAIN"
"""Names, with spaces between: these are due."""
ARITHMETIC = tuple(
    f"lstm_viz/{part}"
    for part in ("cells", "learn", "tasks", "signals.py", "trace.py", "workspace.py")
)
SOURCES: dict[str, tuple[str, ...]] = {
    "brackets": (
        *ARITHMETIC,
        "lstm_viz/networks/brackets.py",
        *(
            f"lstm_viz/networks/recipes/{part}.py"
            for part in ("brackets", "bracket_scores", "for_task", "recipe")
        ),
        "lstm_viz/networks/files/brackets.safetensors",
        "tests/unit/networks/recipes/test_brackets_recipe.py",
    ),
    "presets": (
        *ARITHMETIC,
        *(
            f"lstm_viz/scenes/train/record/{part}.py"
            for part in ("example", "settings", "training")
        ),
        "lstm_viz/scenes/train/words/presets.py",
        "tests/unit/scenes/train/test_presets.py",
    ),
    "networks": (
        *ARITHMETIC,
        "lstm_viz/networks",
        "tests/unit/networks",
    ),
    "reading": (
        *ARITHMETIC,
        "lstm_viz/reading",
        "lstm_viz/networks/files/plays.safetensors",
        "lstm_viz/scenes/read_along/words.py",
        "tests/unit/scenes/read_along/test_words.py",
    ),
    "arithmetic": (*ARITHMETIC, "tests/unit/cells", "tests/unit/learn", "tests/unit/tasks"),
}
"""What decides how a training comes out, and whether that is right: files and folders."""


def is_due(name: str) -> bool:
    """The sources are not those from which it was done last."""
    asked = name in os.environ.get(AGAIN, "").split()
    return asked or noted().get(name) != fingerprint(SOURCES[name])


def noted() -> dict[str, str]:
    found: dict[str, str] = json.loads(NOTED.read_text(encoding="utf-8"))
    return found


def fingerprint(sources: Iterable[str], root: Path = ROOT) -> str:
    """Of the names and bytes of these files, and of all Python and networks in these folders."""
    found = hashlib.sha256()
    for source in sources:
        place = root / source
        files = sorted(place.rglob("*")) if place.is_dir() else [place]
        files = [file for file in files if file.suffix in (".py", ".safetensors")]
        for file in files:
            for part in (file.relative_to(root).as_posix().encode(), file.read_bytes()):
                found.update(len(part).to_bytes(8, "big") + part)
    return found.hexdigest()


def main(names: list[str]) -> int:
    """Do these again; note that they came out as they should."""
    if unknown := set(names) - set(SOURCES):
        print(f"expected names among {', '.join(SOURCES)}, got {', '.join(sorted(unknown))}")
        return 2
    before = {name: fingerprint(SOURCES[name]) for name in names}
    command = [sys.executable, "-m", "pytest", "-m", "trains", "tests/unit"]
    one_thread = {"OPENBLAS_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}
    environment = {**os.environ, **one_thread, AGAIN: " ".join(names)}
    done = subprocess.run(command, cwd=ROOT, env=environment)
    if done.returncode == 0:
        NOTED.write_text(json.dumps({**noted(), **before}, indent=2) + "\n", encoding="utf-8")
        print(f"Noted in {NOTED.relative_to(ROOT)}.")
    return done.returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(SOURCES)))
