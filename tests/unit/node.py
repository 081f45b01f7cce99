"""The app's JavaScript, run in the Node.js of Playwright: no browser has to be opened for it."""

import json
import subprocess
from importlib.resources import files

from playwright._impl._driver import compute_driver_executable

MAIN = """
import { readFileSync } from "node:fs";
const task = JSON.parse(readFileSync(process.argv[2], "utf-8"));
process.stdout.write(JSON.stringify(await answer(task)));
"""


def player_parts(*names):
    """These files of the player, as one script."""
    return "\n".join((files("lstm_viz.player") / "js" / name).read_text("utf-8") for name in names)


def in_node(folder, script, harness):
    """task -> what ``answer(task)``, which ``harness`` defines, returns; both go as JSON."""
    program, sent = folder / "harness.mjs", folder / "task.json"
    program.write_text("\n".join((script, harness, MAIN)), encoding="utf-8")
    command = [compute_driver_executable()[0], str(program), str(sent)]

    def ask(task):
        sent.write_text(json.dumps(task), encoding="utf-8")
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=False
        )
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    return ask
