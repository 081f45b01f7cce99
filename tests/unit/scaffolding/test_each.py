"""A loop over cases tries them all, and tells of each that fails."""

import pytest

from tests.each import for_each


def test_all_that_fail_are_told_and_the_others_are_tried_too():
    tried = []

    @for_each("n", range(5))
    def check(n):
        tried.append(n)
        assert n % 2 == 0, f"{n} is odd"
        if n == 4:
            raise KeyError("four")

    with pytest.raises(pytest.fail.Exception) as told:
        check()
    assert tried == [0, 1, 2, 3, 4]
    first, *rest = told.value.msg.splitlines()
    assert first == "3 of 5 cases:"
    assert [line for line in rest if line[1:3] == ": "] == [
        "1: 1 is odd", "3: 3 is odd", "4: KeyError 'four'",
    ]  # fmt: skip


@for_each("a, b", [(1, 2), (3, 4)])
@for_each("c", [5, 6])
def test_it_takes_several_names_other_loops_and_fixtures(a, b, c, tmp_path):
    assert a < b < c and tmp_path.is_dir()
    (tmp_path / f"{a}{b}{c}").touch(exist_ok=False)
    assert len(list(tmp_path.iterdir())) <= 4


def test_no_case_is_no_proof():
    with pytest.raises(AssertionError, match="prove nothing"):
        for_each("n", [])


@pytest.mark.parametrize("ids", [lambda n: f"number {n}", ["number 1", "number 2"]])
def test_cases_are_called_what_they_are_said_to_be(ids):
    @for_each("n", [1, pytest.param(2)], ids=ids)
    def check(n):
        assert n == 1, "more"

    with pytest.raises(pytest.fail.Exception, match="1 of 2 cases:\nnumber 2: more"):
        check()
