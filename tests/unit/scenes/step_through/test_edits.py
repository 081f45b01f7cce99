"""What the player reports as changed is checked before it is used."""

import pytest

from lstm_viz.scenes.step_through.edits import Edit, reported

F, I, G, O = range(4)  # noqa: E741


def change(target, index, value):
    return [{"target": target, "index": index, "value": value}]


@pytest.mark.parametrize(
    "target, index, value",
    [
        ("weight_ih", [11, 0], -0.5),
        ("weight_hh", [0, 2], 1e6),
        ("bias", [3], -1e6),
        ("x", [199, 15], 0),
        ("h0", [0], 2),
        ("c0", [0], 1e-300),
        ("clamp", [F, 1], 0),
        ("clamp", [I, 0], 1),
        ("clamp", [G, 0], -1),
        ("clamp", [O, 5], 0.5),
        ("clamp", [O, 5], None),
    ],
)
def test_a_usable_value_is_an_edit(target, index, value):
    edits, problem = reported(change(target, index, value))
    assert problem is None
    assert edits == (Edit(target, tuple(index), value),)
    assert edits[0].value is None or type(edits[0].value) is float
    hash(edits)


@pytest.mark.parametrize("nothing", [None, [], ()])
def test_no_report_is_no_edit(nothing):
    assert reported(nothing) == ((), None)


def test_several_edits_come_in_their_order():
    value = [*change("bias", [1], 1), *change("clamp", [F, 0], None), *change("h0", [0], 2)]
    edits, problem = reported(value)
    assert [edit.target for edit in edits] == ["bias", "clamp", "h0"] and problem is None


@pytest.mark.parametrize(
    "target, index, value",
    [
        ("weight_ih", [0, 0], 1.1e6),
        ("bias", [0], -1.1e6),
        ("x", [0, 0], float("nan")),
        ("x", [0, 0], float("inf")),
        ("h0", [0], float("-inf")),
        ("clamp", [F, 0], -0.1),
        ("clamp", [F, 0], 1.01),
        ("clamp", [I, 0], -0.5),
        ("clamp", [O, 0], 2),
        ("clamp", [G, 0], -1.01),
        ("clamp", [G, 0], float("nan")),
        ("clamp", [G, 0], 1.5),
        ("weight_ih", [0, 0], None),
        ("x", [0, 0], None),
        ("bias", [0], "0.5x"),
        ("bias", [0], ""),
        ("weight_hh", [0, 0], "1e400"),
        ("x", [0, 0], "1,000"),
        ("c0", [0], "1 2"),
        ("clamp", [F, 0], "=1+1"),
        ("clamp", [F, 0], "1,5"),
        ("bias", [0], [1]),
        ("bias", [0], {"value": 1}),
        ("clamp", [F, 0], "free"),
    ],
    ids=str,
)
def test_an_unusable_value_changes_nothing_and_says_why(target, index, value):
    for others in ([], change("bias", [1], 1)):
        edits, problem = reported([*others, *change(target, index, value)])
        assert edits == ()
        assert problem.startswith("Expected a number from ") and problem.endswith(".")
        if isinstance(value, str):
            assert f"got ‘{value}’" in problem or (not value and "got nothing" in problem)
        assert "nothing changed" in problem


def test_the_sentence_names_the_range_and_what_came():
    _, problem = reported(change("clamp", [G, 0], 3))
    assert "from -1 to 1, got 3;" in problem.replace("−", "-")
    _, problem = reported(change("clamp", [F, 0], 3))
    assert "from 0 to 1, got 3;" in problem


def test_what_was_typed_or_pasted_is_read_by_the_rule_for_all_numbers():
    for target, index, text, value in [
        ("weight_ih", [3, 1], "−0.0292", -0.0292),
        ("bias", [0], "0,5", 0.5),
        ("x", [0, 0], "≈ −1", -1.0),
        ("h0", [1], " 2 ", 2.0),
        ("c0", [1], "1\u202f000", 1000.0),
        ("clamp", [F, 1], "0,25", 0.25),
        ("clamp", [G, 1], "−1", -1.0),
        ("clamp", [O, 1], " ", None),
    ]:
        assert reported(change(target, index, text)) == ((Edit(target, tuple(index), value),), None)
