"""What a person types becomes a labelled array, or one clear sentence."""

import csv
import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lstm_viz.inputs import (
    KINDS,
    MAX_COLUMNS,
    MAX_STEPS,
    InputError,
    Inputs,
    from_brackets,
    from_csv,
    from_numbers,
    from_sentence,
    parse,
)


def one_hot_positions(inputs: Inputs) -> list[int]:
    assert set(np.unique(inputs.x)) <= {0.0, 1.0}
    assert (inputs.x.sum(axis=1) == 1).all()
    return list(inputs.x.argmax(axis=1))


def test_inputs_cannot_be_changed_and_own_their_array() -> None:
    x = np.ones((2, 1))
    inputs = Inputs("numbers", ("1", "1"), ("number",), x)
    x[0] = 5
    assert inputs.x[0] == 1
    with pytest.raises(ValueError, match="read-only"):
        inputs.x[0] = 5


def test_inputs_refuse_labels_that_do_not_fit() -> None:
    with pytest.raises(ValueError, match=r"x must have shape \(1, 1\), got \(2, 1\)"):
        Inputs("numbers", ("1",), ("number",), np.ones((2, 1)))


# ---- sentences ---------------------------------------------------------------------------------


def test_sentence_is_one_hot_over_its_own_words_in_order_of_appearance() -> None:
    inputs = from_sentence("The cat saw the other cat.")
    assert inputs.tokens == ("The", "cat", "saw", "the", "other", "cat", ".")
    assert inputs.columns == ("The", "cat", "saw", "other", ".")
    assert one_hot_positions(inputs) == [0, 1, 2, 0, 3, 1, 4]
    assert inputs.one_hot


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("don't stop, it’s well-known!", ["don't", "stop", ",", "it’s", "well-known", "!"]),
        ("pi is 3.14, not 3.", ["pi", "is", "3.14", ",", "not", "3", "."]),
        ("'quoted' -- (so)", ["'", "quoted", "'", "-", "-", "(", "so", ")"]),
        ("  \n tabs\tand\u00a0spaces  ", ["tabs", "and", "spaces"]),
        ("我想你。", ["我", "想", "你", "。"]),
        ("カード が", ["カ", "ー", "ド", "が"]),
        ("iPhoneが好き", ["iPhone", "が", "好", "き"]),
        ("สวัสดี", ["ส", "วั", "ส", "ดี"]),
        ("हिन्दी में", ["हिन्दी", "में"]),
        ("안녕 친구", ["안녕", "친구"]),
        ("شكرا يا صديق", ["شكرا", "يا", "صديق"]),
        ("hi👩🏽‍🚀👍🏿❤️", ["hi", "👩🏽‍🚀", "👍🏿", "❤️"]),
        ("🇨🇭🇯🇵 go", ["🇨🇭", "🇯🇵", "go"]),
        ("1️⃣ first", ["1️⃣", "first"]),
        ("e\u0301te\u0301", ["été"]),
        ("a\u200bb\x00c\ud800d", ["a", "b", "c", "d"]),
    ],
)
def test_sentence_tokens(text: str, tokens: list[str]) -> None:
    assert list(from_sentence(text).tokens) == tokens


def test_sentence_vocabulary_ignores_case() -> None:
    assert from_sentence("Straße STRASSE Éa éA").columns == ("Straße", "Éa")


# ---- numbers -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("0, 1, 0.5 -1", [0, 1, 0.5, -1]),
        ("1,0,1", [1, 0, 1]),
        ("1;2 ; 3;", [1, 2, 3]),
        ("−1 +2 .5 3. 1e-3", [-1, 2, 0.5, 3, 0.001]),
        ("7", [7]),
        ("1\n2\r\n3,", [1, 2, 3]),
    ],
)
def test_numbers_are_separated_by_commas_semicolons_or_space(
    text: str, values: list[float]
) -> None:
    inputs = from_numbers(text)
    assert inputs.x.tolist() == [[value] for value in values]
    assert inputs.columns == ("number",)
    assert not inputs.one_hot


def test_numbers_are_labelled_as_typed_unless_that_is_long() -> None:
    assert from_numbers("0.50 −1 0.333333333333").tokens == ("0.50", "−1", "0.3333")


# ---- CSV ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
def test_csv_rows_are_steps_and_header_labels_columns(delimiter: str, newline: str) -> None:
    rows = (["rain", "sun"], ["1", "0.5"], ["-2", "3e1"])
    inputs = from_csv(newline.join(delimiter.join(row) for row in rows) + newline)
    assert inputs.columns == ("rain", "sun")
    assert inputs.tokens == ("row 1", "row 2")
    assert inputs.x.tolist() == [[1, 0.5], [-2, 30]]


def test_csv_without_header_numbers_its_columns() -> None:
    inputs = from_csv("1,2\n3,4")
    assert inputs.columns == ("column 1", "column 2")
    assert inputs.x.tolist() == [[1, 2], [3, 4]]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "latin-1"])
def test_csv_bytes_in_several_encodings(encoding: str) -> None:
    assert from_csv("größe,été\n1,2\n".encode(encoding)).columns == ("größe", "été")


def test_csv_blank_lines_and_quotes() -> None:
    inputs = from_csv('\n"a, b","c"\n\n"1","2"\n   \n3,4\n\n')
    assert inputs.columns == ("a, b", "c")
    assert inputs.x.tolist() == [[1, 2], [3, 4]]


def test_csv_header_may_leave_a_column_unnamed() -> None:
    assert from_csv(",a\n1,2").columns == ("column 1", "a")


# ---- brackets ----------------------------------------------------------------------------------


def test_brackets_are_three_columns() -> None:
    inputs = from_brackets(" f( x) ")
    assert inputs.tokens == ("f", "(", "␣", "x", ")")
    assert inputs.columns == ("(", ")", "other")
    assert one_hot_positions(inputs) == [2, 0, 2, 2, 1]


# ---- what cannot be read -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "text", "message"),
    [
        ("sentence", " \n ", "a sentence of at least one word, got nothing"),
        ("sentence", "a " * 5001, "at most 5,000 words and punctuation marks, got 5,001"),
        ("sentence", " ".join(f"w{k}" for k in range(501)), "at most 500 different .*, got 501"),
        ("sentence", "a" * 50_001, "at most 50,000 characters, got 50,001"),
        ("numbers", "", "numbers such as .*, got nothing"),
        ("numbers", "1, two, 3", "a number in entry 2, got ‘two’"),
        ("numbers", "1, nan", "a number in entry 2, got ‘nan’"),
        ("numbers", "inf", "a number in entry 1, got ‘inf’"),
        ("numbers", "1_000", "a number in entry 1, got ‘1_000’"),
        ("numbers", "1,,2", "a number in entry 2, got nothing"),
        ("numbers", "0,5 1,5", "decimal points, .*, got ‘0,5’"),
        ("numbers", "0,5; 1; 2", "decimal points, .*, got ‘0,5’"),
        ("numbers", "0,5", "decimal points, .*, got ‘0,5’, which may be one number or 2"),
        ("numbers", "1,000", "decimal points, .*, got ‘1,000’, which may be one number or 2"),
        ("numbers", "1,000, 2,500", "decimal points, .*, got ‘1,000’"),
        ("numbers", "1,234,567", "decimal points, .*, got ‘1,234,567’, .* one number or 3"),
        ("numbers", "7 1,234.50", "decimal points, .*, got ‘1,234.50’"),
        ("numbers", "1e7", "a number between −1,000,000 and 1,000,000 in entry 1, got ‘1e7’"),
        ("numbers", "1e999", "a number between .* in entry 1, got ‘1e999’"),
        ("numbers", "1 " * 5001, "at most 5,000 numbers, got 5,001"),
        ("csv", "", "a CSV file with rows of numbers, got an empty one"),
        ("csv", "\n\n", "a CSV file with rows of numbers, got an empty one"),
        ("csv", "a,b\n", "rows of numbers, got only row 1, which starts with ‘a’"),
        ("csv", "a,b\n1,2\n3\n", "2 columns in row 3, as in row 1, got 1"),
        ("csv", "1,2\n3,4,5\n", "2 columns in row 2, as in row 1, got 3"),
        ("csv", "a,b\n\n1,2\n3,\n", "a number in row 4, column 2 .‘b’., got nothing"),
        ("csv", "a,b\n1,x\n2,3\n", "a number in row 2, column 2 .‘b’., got ‘x’"),
        ("csv", "1,x\n2,3\n", "a number in row 1, column 2, got ‘x’"),
        ("csv", "a;b\n1.5;0,5\n", "the same decimal sign in all cells, got ‘0,5’ and ‘1.5’"),
        ("csv", "a\n1\ninf\n", "a number in row 3, column 1 .‘a’., got ‘inf’"),
        ("csv", 'a\n"1\n', "rows of numbers, got text that is not CSV"),
        ("csv", "1\n" * 5001, "at most 5,000 rows of numbers, got 5,001"),
        ("csv", ",".join("1" * 65), "at most 64 columns, got 65"),
        ("csv", "1\n" * 600_000, "a CSV file of at most 1,000,000 bytes, got 1,200,000"),
        ("csv", "PK\x03\x04\x00", "a text file with numbers, got binary data"),
        ("brackets", " ", "brackets such as .*, got nothing"),
        ("brackets", "()" * 2501, "at most 5,000 characters, got 5,002"),
        ("poem", "1", "one of sentence, numbers, csv, brackets as the kind, got ‘poem’"),
    ],
)
def test_what_cannot_be_read_gets_one_sentence(kind: str, text: str, message: str) -> None:
    with pytest.raises(InputError, match=f"^Expected {message}") as caught:
        parse(kind, text)
    said = str(caught.value)
    assert said.endswith(".")
    assert "\n" not in said
    assert len(said) < 160


@pytest.mark.parametrize("data", [b"\x89PNG\r\n\x1a\n\x00", "1,2".encode("utf-16-le"), b"\xff\xfe"])
def test_csv_bytes_that_are_no_table(data: bytes) -> None:
    with pytest.raises(InputError, match=r"binary data|rows of numbers"):
        from_csv(data)


def test_limits_themselves_are_allowed() -> None:
    assert from_sentence("a " * MAX_STEPS).x.shape == (MAX_STEPS, 1)
    assert from_numbers("1 " * MAX_STEPS).x.shape == (MAX_STEPS, 1)
    assert from_brackets("(" * MAX_STEPS).x.shape == (MAX_STEPS, 3)
    table = "\n".join([",".join(["1"] * MAX_COLUMNS)] * MAX_STEPS)
    assert from_csv(table).x.shape == (MAX_STEPS, MAX_COLUMNS)


# ---- laws --------------------------------------------------------------------------------------

# A busy machine must not fail a law for being slow.
ANY_TEXT = st.one_of(
    st.text(st.characters(exclude_categories=[])),  # lone surrogates included
    st.text("()[]1290.,;-+eE \t\r\n\"'naif_\u200d\ufe0f\u0301👍🏽🇨我"),
)


def check_law(inputs: Inputs) -> None:
    steps, columns = inputs.x.shape
    assert 1 <= steps == len(inputs.tokens) <= MAX_STEPS
    assert 1 <= columns == len(inputs.columns)
    assert np.isfinite(inputs.x).all()
    assert all(token.strip() for token in inputs.tokens)
    assert all(column.strip() for column in inputs.columns)
    assert "".join((*inputs.tokens, *inputs.columns)).encode()  # no lone surrogates


@pytest.mark.parametrize("kind", KINDS)
@given(text=ANY_TEXT)
def test_any_text_is_read_or_refused_in_one_sentence(kind: str, text: str) -> None:
    try:
        inputs = parse(kind, text)
    except InputError as refusal:
        assert str(refusal).startswith("Expected ")
        assert str(refusal).endswith(".")
        assert "\n" not in str(refusal)
        str(refusal).encode()
    else:
        check_law(inputs)


@given(data=st.binary())
def test_any_file_is_read_or_refused(data: bytes) -> None:
    try:
        inputs = from_csv(data)
    except InputError:
        return
    check_law(inputs)


NUMBERS = st.floats(-1e6, 1e6)


@given(values=st.lists(NUMBERS, min_size=1, max_size=30), separator=st.sampled_from(",; \n"))
def test_numbers_written_by_python_come_back_exactly(values: list[float], separator: str) -> None:
    assert from_numbers(separator.join(map(repr, values))).x[:, 0].tolist() == values


@given(
    rows=st.integers(1, 5).flatmap(
        lambda width: st.lists(st.lists(NUMBERS, min_size=width, max_size=width), min_size=1)
    ),
    delimiter=st.sampled_from(",;\t"),
)
def test_csv_written_by_python_comes_back_exactly(rows: list[list[float]], delimiter: str) -> None:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter).writerows(rows)
    assert from_csv(file.getvalue()).x.tolist() == rows
