"""A button that can do nothing more keeps the keys that are at it, and ignores them."""

import pytest

from tests.unit.node import in_node

HARNESS = """
import { disable } from "player/shared/disabled.js";
const answer = ({ focused, then }) => {
  const heard = {}, said = {};
  const button = {
    disabled: false,
    matches: () => focused,
    getAttribute: (name) => said[name] ?? null,
    setAttribute: (name, value) => { said[name] = value; },
    removeAttribute: (name) => { delete said[name]; },
    addEventListener: (type, act) => { heard[type] = act; },
  };
  disable(button, true);
  if (then === "on") disable(button, false);
  if (then === "leave") { focused = false; heard.blur({ currentTarget: button }); }
  let stopped = false;
  heard.click?.({ currentTarget: button, stopImmediatePropagation: () => { stopped = true; } });
  return [button.disabled, said["aria-disabled"] ?? "", stopped];
};
"""


@pytest.mark.parametrize(
    ("focused", "then", "disabled", "said", "ignores"),
    [
        (False, "", True, "", False),
        (True, "", False, "true", True),
        (True, "on", False, "", False),
        (True, "leave", True, "", False),
    ],
)
def test_disabled_or_held(tmp_path, focused, then, disabled, said, ignores) -> None:
    node = in_node(tmp_path, HARNESS)
    assert node({"focused": focused, "then": then}) == [disabled, said, ignores]
