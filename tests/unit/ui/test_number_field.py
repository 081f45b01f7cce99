"""What is typed into a number field is a number that can be set, or one sentence."""

import pytest

from lstm_viz.ui.number_field import checked, written


def test_a_number_inside_the_limits_is_taken():
    for came, low, high, whole, value in [
        ("−1", -2, 6, False, -1.0),
        ("0,5", -2, 6, False, 0.5),
        ("3.0", 0, 9999, True, 3),
        ("1e3", 50, 5000, True, 1000),
        ("2\u202f147\u202f483\u202f647", 0, 2**31 - 1, True, 2**31 - 1),
    ]:
        number = checked(came, low, high, whole)
        assert number == value and type(number) is (int if whole else float), came
        assert checked(written(number), low, high, whole) == number, "what stands there is read"
    assert written(checked("-0", -2, 6, False)) == "0", "a 0 has no sign"


def test_all_else_is_refused_with_what_was_expected_and_what_came():
    for came, got in {
        "1,5": "‘1,5’", "3.7": "‘3.7’", "999": "‘999’", "0": "‘0’", "-1": "‘-1’", "": "nothing",
        "1e400": "‘1e400’", "=1+1": "‘=1+1’", "1,000": "‘1,000’, which may be 1.000 or 1000",
    }.items():  # fmt: skip
        with pytest.raises(ValueError) as refused:
            checked(came, 1, 32, True)
        assert str(refused.value) == f"Expected a whole number from 1 to 32, got {got}"
    with pytest.raises(ValueError, match=r"Expected a number from −1,000,000 to 1\.5, got ‘2’"):
        checked("2", -1e6, 1.5, False)
