"""Tables as spreadsheets, programs and people write them."""

import pytest

from lstm_viz.inputs import InputError, from_csv, read_table

READ: dict[str, tuple[str | bytes, list[str], list[str], list[list[float]]]] = {
    "a quoted header with a semicolon": ('"a;b",c\n1,2\n', ["a;b", "c"], ["row 1"], [[1, 2]]),
    "a quoted header with a tab": ('"a\tb",c\n1,2\n', ["a b", "c"], ["row 1"], [[1, 2]]),
    "a quoted header with a comma": ('"a,b";c\n1;2\n', ["a,b", "c"], ["row 1"], [[1, 2]]),
    "sep=;": ("sep=;\na;b\n1;2\n", ["a", "b"], ["row 1"], [[1, 2]]),
    "sep=, quoted": ('"sep=,"\r\na,b\r\n1,2\r\n', ["a", "b"], ["row 1"], [[1, 2]]),
    "Unicode Text": ("größe\té\r\n1\t2\r\n".encode("utf-16"), ["größe", "é"], ["row 1"], [[1, 2]]),
    "UTF-16, the other way round": (
        b"\xfe\xff" + "a;b\n1;2".encode("utf-16-be"), ["a", "b"], ["row 1"], [[1, 2]],
    ),
    "Windows": ("€,–\n1,2\n".encode("cp1252"), ["€", "–"], ["row 1"], [[1, 2]]),
    "commas alone": ("a,b,,\n1,2,,\n,,,\n,\n", ["a", "b"], ["row 1"], [[1, 2]]),
    "units": ("t,u,v\n,°C,(mm)\nx,1,2\ny,3,4", ["u", "v"], ["x", "y"], [[1, 2], [3, 4]]),
    "comments": ("# it's made\na,b\n# and\n1,2\n", ["a", "b"], ["row 1"], [[1, 2]]),
    "names in a comment": ("# made\n#a,b\n1,2\n", ["a", "b"], ["row 1"], [[1, 2]]),
    "# in a cell": ('"a\n# b",c\n1,2\n', ["a # b", "c"], ["row 1"], [[1, 2]]),
    "years": ("2019,2020\n1,2\n3,4", ["2019", "2020"], ["row 1", "row 2"], [[1, 2], [3, 4]]),
    "years beside a word": ("M,2019\nJan,1\nFeb,2", ["2019"], ["Jan", "Feb"], [[1], [2]]),
    "years below each other": ("Y,n\n2019,1\n2020,5", ["n"], ["2019", "2020"], [[1], [5]]),
    "years that are steps": ("2019,2020\n2021,2022", ["column 1", "column 2"], ["row 1", "row 2"],
                             [[2019, 2020], [2021, 2022]]),
    "a year that is the first step": ("2000\n5\n", ["column 1"], ["row 1", "row 2"], [[2000], [5]]),
    "pandas": (",0,1\n0,5,6\n1,7,8", ["0", "1"], ["0", "1"], [[5, 6], [7, 8]]),
    "R": ('"a" "b"\n"1" 5 6\n"2" 7 8\n', ["a", "b"], ["1", "2"], [[5, 6], [7, 8]]),
    "spaces": ("  1 2\n 3  4\n", ["column 1", "column 2"], ["row 1", "row 2"], [[1, 2], [3, 4]]),
    "bars": ("a|b\n1|2", ["a", "b"], ["row 1"], [[1, 2]]),
    "Month,Passengers": ("Month,Passengers\n1949-01,112\n1949-02,118\n", ["Passengers"],
                         ["1949-01", "1949-02"], [[112], [118]]),
    "a title and a source": ("Sales\n\nMonth,n\nJan,1\nFeb,2\n\nSource: us", ["n"],
                             ["Jan", "Feb"], [[1], [2]]),
    "words in the last column": ("a,b\n1,x\n2,y", ["a"], ["x", "y"], [[1], [2]]),
    "a label that lacks": ("m,n\nJan,1\n,2", ["n"], ["Jan", "row 2"], [[1], [2]]),
    "decimal commas": ("a;b\n0,5;1,234\n−2,25;3", ["a", "b"], ["row 1", "row 2"],
                       [[0.5, 1.234], [-2.25, 3]]),
    "decimal commas alone": ("a\n0,5\n1,5\n", ["a"], ["row 1", "row 2"], [[0.5], [1.5]]),
    "points that group": ("a;b\n1.234,50;2\n1.000;3", ["a", "b"], ["row 1", "row 2"],
                          [[1234.5, 2], [1000, 3]]),
    "commas that group": ('a,b\n"1,234.50",2\n"1,000",3', ["a", "b"], ["row 1", "row 2"],
                          [[1234.5, 2], [1000, 3]]),
}  # fmt: skip


def test_tables_as_people_have_them() -> None:
    for what, (table, columns, tokens, x) in READ.items():
        inputs = from_csv(table)
        assert list(inputs.columns) == columns, what
        assert list(inputs.tokens) == tokens, what
        assert inputs.x.tolist() == x, what


def test_what_is_not_read_as_a_number_is_said() -> None:
    said = {
        "a,b\n1,2\n,\n,\n": ["Left out: 2 empty rows at the end."],
        "t,u\n,°C\nx,1\ny,3": ["Column ‘t’ labels the steps.", "Left out: row 2 (‘°C’)."],
        "# one\n# two\na,b\n1,2": ["Left out: 2 comment lines."],
        "2019,2020\n1,2": ["Row 1 (‘2019’, ‘2020’) is read as names of columns."],
        "d,n,city\nx,1,Bern\ny,2,Rome": [
            "Column ‘d’ labels the steps.",
            "Without numbers, and not read: column ‘city’.",
        ],
        ",".join("1" * 17): ["17 columns hold numbers; the first 16 are ticked."],
        "a,b\n1,2\n": [],
    }
    for table, notes in said.items():
        assert list(from_csv(table).notes) == notes, table


def test_what_is_missing_or_unclear_is_named_with_its_place() -> None:
    refused = {
        "m,n\nJan,1\nFeb,NA\nMar,\n": "row 3, column 2 (‘n’), got ‘NA’ and 1 more so.",
        "m,n\nJan,1\n\nFeb,\n": "row 4, column 2 (‘n’), got nothing.",
        "a,b\n1,2\n,\n3,4": "row 3, column 1 (‘a’), got nothing and 1 more so (or untick",
        "m,n,k\nJan,-,1\nFeb,2,2": "row 2, column 2 (‘n’), got ‘-’ (or untick the column).",
        "a;b\n1,234;2\n": "row 2, column 1 (‘a’), got ‘1,234’, which may be 1.234 or 1234.",
        "a;b\n1.5;2,5": "the same decimal sign in all cells, got ‘2,5’ and ‘1.5’.",
        "share\n5%\n6%": "a number in row 2, column 1, got ‘5%’.",
        "a,b\nx,y": "rows of numbers, got words alone from row 1 on, which starts with ‘a’.",
    }
    for table, said in refused.items():
        with pytest.raises(InputError) as caught:
            from_csv(table)
        assert said in str(caught.value), table


def test_ticked_columns_alone_are_read() -> None:
    table = "m,a,b,c\nx,1,,3\ny,4,5,6"
    assert read_table(table).numbers == (1, 2, 3)
    chosen = from_csv(table, (3, 1))
    assert chosen.columns == ("c", "a")
    assert chosen.x.tolist() == [[3, 1], [6, 4]]
    assert chosen.tokens == ("x", "y")
