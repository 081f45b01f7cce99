"""The app's JavaScript, run in the Node.js of Playwright: no browser has to be opened for it."""

import json
import subprocess
from pathlib import Path

from playwright._impl._driver import compute_driver_executable

MODULES = Path(__file__).resolve().parents[2] / "lstm_viz" / "player" / "js"
NODE = compute_driver_executable()[0]
MAIN = """
import { readFileSync } from "node:fs";
const task = JSON.parse(readFileSync(process.argv[2], "utf-8"));
process.stdout.write(JSON.stringify(await answer(task)));
"""


def in_node(folder, harness):
    """task -> what ``answer(task)``, which ``harness`` defines, returns; both go as JSON.

    ``import { a } from "player/b.js"`` in the harness is the module ``lstm_viz/player/js/b.js``.
    """
    program, sent = folder / "harness.mjs", folder / "task.json"
    harness = harness.replace('from "player/', f'from "{MODULES.as_uri()}/')
    program.write_text("\n".join((harness, MAIN)), encoding="utf-8")

    def ask(task):
        sent.write_text(json.dumps(task), encoding="utf-8")
        done = subprocess.run(
            [NODE, str(program), str(sent)],
            capture_output=True, text=True, encoding="utf-8", timeout=60, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return ask
