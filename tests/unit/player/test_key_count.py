"""The keys that a reader pressed beside the characters that they typed."""

import pytest

from tests.unit.node import in_node

HARNESS = """
import { KeyCount } from "player/typing/key_count.js";
const answer = (moves) => {
  const count = new KeyCount();
  let said = "";
  for (const [what, ...rest] of moves) said = count[what](...rest);
  return { said, keys: count.keys, typed: count.typed };
};
"""


@pytest.fixture(scope="module")
def counted(tmp_path_factory):
    return in_node(tmp_path_factory.mktemp("keys"), HARNESS)


def letters(text, after=0):
    """A key for each."""
    return [["event", "insertText", 1, after + k + 1] for k in range(len(text))]


def test_a_word_taken_is_one_key(counted):
    found = counted([*letters("O k"), ["took"], ["words", 6]])
    assert (found["keys"], found["typed"]) == (4, 6)
    assert found["said"] == "You: 4 keys for 6 characters, 33 % saved."


def test_nothing_is_saved_by_typing_alone_or_by_taking_back(counted):
    assert counted([["words", 0]])["said"] == "Your keys are counted as you type."
    typed = counted([*letters("a"), ["words", 1]])
    assert typed["said"] == "You: 1 key for 1 character, none saved."
    back = counted([*letters("abc"), ["event", "deleteContentBackward", 0, 2], ["words", 2]])
    assert (back["keys"], back["typed"]) == (4, 2) and back["said"].endswith("none saved.")


def test_what_nobody_typed_does_not_count(counted):
    begun = [["given", 40, True]]
    assert counted([*begun, ["words", 40]])["typed"] == 0
    typed = counted([*begun, *letters("ab", 40), ["given", 60, False], ["words", 60]])
    assert (typed["keys"], typed["typed"]) == (2, 2), "the network wrote 18"
    pasted = counted([*letters("ab"), ["event", "insertFromPaste", 0, 30], ["words", 30]])
    assert (pasted["keys"], pasted["typed"]) == (2, 2)
    anew = counted([*letters("ab"), ["given", 9, True], ["words", 9]])
    assert (anew["keys"], anew["typed"]) == (0, 0)
    shorter = counted([*begun, ["event", "deleteContentBackward", 0, 12], *letters("ab", 12)])
    assert shorter["typed"] == 2
