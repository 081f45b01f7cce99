"""A broken, huge, mislabelled or malicious file gets one clear sentence, and nothing else happens.

Each file here is refused with `ValueError`; no other exception, no large allocation.
"""

import io
import json
import pickle
import struct
import tracemalloc
import zipfile

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lstm_viz.learn import CELLS, Model
from lstm_viz.networks.stored import Stored, from_bytes, to_bytes
from tests.each import for_each
from tests.unit.networks.hostile import (
    ABOUT,
    file,
    good,
    laid_out,
    lstm_shapes,
    parts,
    with_metadata,
    with_tensor,
)

GOOD = good()
HEADER, WEIGHTS = parts(GOOD)
TEXT = json.dumps(HEADER)


class Bomb:
    """Does what it should not when it is unpickled."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return pytest.fail, ("the pickle was opened",)


def npz() -> bytes:
    buffer = io.BytesIO()
    np.savez(buffer, weights=np.ones(3))
    return buffer.getvalue()


def npy() -> bytes:
    buffer = io.BytesIO()
    np.save(buffer, np.ones(100))
    return buffer.getvalue()


def zipped_bomb() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(5_000_000))
    return buffer.getvalue()


def weight(value: float) -> bytes:
    return GOOD[:-4] + struct.pack("<f", value)


def without(name: str) -> bytes:
    shapes = lstm_shapes(3)
    del shapes[name]
    return laid_out(shapes)


def moved(name: str, by: int) -> bytes:
    begin, end = HEADER[name]["data_offsets"]
    return with_tensor(name, data_offsets=[begin + by, end + by])


def mixed() -> bytes:
    """The last tensor in F64, the others in F32."""
    header, weights = parts(laid_out(lstm_shapes(3)))
    begin, end = header["head.bias"]["data_offsets"]
    header["head.bias"] |= {"dtype": "F64", "data_offsets": [begin, 2 * end - begin]}
    return file(header, weights + bytes(end - begin))


NOT_SAFETENSORS = {
    "empty": (b"", "got 0 bytes"),
    "three bytes": (b"abc", "got 3 bytes"),
    "a length and nothing else": (bytes(8), "got 8 bytes"),
    "text": (b"Dear network, I am writing to you" * 9, "header of at most 65,536 bytes"),
    "pickle": (pickle.dumps([Bomb()] * 3, protocol=4), "a pickle"),
    "npz": (npz(), "a ZIP archive"),
    "npy": (npy(), r"a NumPy \.npy file"),
    "zip bomb": (zipped_bomb(), "a ZIP archive"),
    "web page": (b"<!doctype html><script>alert(1)</script>", "HTML or XML"),
    "over 8 MB": (GOOD + bytes(8_000_000), "at most 8,000,000 bytes, got one of 8,"),
    "header of 2^60 bytes": ((2**60).to_bytes(8, "little") + GOOD[8:], "1,152,921,504,606,846,976"),
    "header of 2^64 − 1 bytes": (b"\xff" * 8 + GOOD[8:], "said to have 18,446,744"),
    "header longer than the file": (
        (len(GOOD) + 1).to_bytes(8, "little") + GOOD[8:],
        f"a file that ends after {len(GOOD) - 8:,}",
    ),
}
BAD_HEADERS = {
    "truncated in its header": (GOOD[:100], "a file that ends after 92"),
    "not JSON": (file("{'single': 'quotes'}"), "header in JSON"),
    "not UTF-8": (file(b'{"\xff\xfe": 1}'), "header in JSON"),
    "a list": (file("[]"), r"names tensors, got \[\]"),
    "a number of 10,000 digits": (file('{"a": ' + "9" * 10_000 + "}"), "header in JSON"),
    "nested": (file('{"a":' * 5_000 + "1" + "}" * 5_000), "nested too deeply"),
    "nested metadata": (
        file('{"__metadata__":' + "[" * 500 + "]" * 500 + "}"),
        "Expected metadata of names and texts",
    ),
    "a name twice": (
        file(TEXT[:-1] + ', "head.bias": ' + json.dumps(HEADER["head.bias"]) + "}", WEIGHTS),
        "'head.bias' twice",
    ),
    "an entry of metadata twice": (
        file(TEXT.replace('"name": "mine"', '"name": "mine", "name": "yours"'), WEIGHTS),
        "'name' twice",
    ),
    "metadata that is no text": (with_metadata(name=3), "names and texts"),
    "a tensor that is a text": (file({**HEADER, "head.bias": "F32"}, WEIGHTS), "Expected dtype"),
    "a field too many": (with_tensor("head.bias", code="import os"), "Expected dtype"),
}
BAD_TENSORS = {
    "truncated weights": (GOOD[:-1], f"weights as the header says, got {len(WEIGHTS) - 1}"),
    "bytes behind the weights": (GOOD + b"PK", f"got {len(WEIGHTS) + 2}"),
    "no tensors": (file({"__metadata__": HEADER["__metadata__"]}), "at least one layer"),
    "overlapping": (moved("layers.0.weight_hh", -4), "side by side"),
    "out of range": (moved("layers.0.weight_hh", 7_000_000), "side by side"),
    "offsets of 2^70": (with_tensor("head.bias", data_offsets=[0, 2**70]), "two offsets"),
    "offsets the wrong way round": (with_tensor("head.bias", data_offsets=[8, 0]), "got -8 by"),
    "negative offset": (with_tensor("head.bias", data_offsets=[-8, 0]), "two offsets"),
    "offsets that are texts": (with_tensor("head.bias", data_offsets=["0", "8"]), "two offsets"),
    "a huge shape": (with_tensor("head.bias", shape=[2**62]), "sizes from 1 to 8,000,000"),
    "a shape that overflows": (
        with_tensor("head.weight", shape=[8_000_000, 8_000_000]),
        "Expected 256,000,000,000,000 bytes",
    ),
    "a negative shape": (with_tensor("head.weight", shape=[-2, -3]), "sizes from 1"),
    "a shape of nothing": (with_tensor("head.bias", shape=[0]), "sizes from 1"),
    "a shape of true": (with_tensor("head.bias", shape=[True, 2]), "sizes from 1"),
    "a shape of NaN": (with_tensor("head.bias", shape=[float("nan")]), "sizes from 1"),
    "a shape of many sizes": (with_tensor("head.bias", shape=[1] * 9_000), "sizes from 1"),
    "NaN": (weight(float("nan")), "in tensor '.*', got nan"),
    "infinity": (weight(float("-inf")), "in tensor '.*', got -inf"),
    "a weight that makes sums overflow": (weight(-3e38), "at most 1,000,000 in tensor"),
    "a tensor too few": (without("head.bias"), "got no 'head.bias'"),
    "no recurrent weights": (without("layers.0.weight_hh"), "a tensor 'layers.0.weight_hh'"),
    "a tensor too many": (laid_out({**lstm_shapes(3), "extra": (1,)}), "got 'extra' too"),
    "a tensor with a script for a name": (
        laid_out({**lstm_shapes(3), "<script>" * 2000: (1,)}),
        "got '<script><script>",
    ),
    "layers with a gap": (
        laid_out({k.replace("layers.1", "layers.2"): v for k, v in lstm_shapes(3, 2).items()}),
        "a tensor 'layers.1.weight_hh'",
    ),
    "four layers": (laid_out(lstm_shapes(3, 4)), "at most 3 layers"),
    "layer 999": (laid_out({**lstm_shapes(3), "layers.999.bias": (1,)}), "got layer 999"),
    "513 units": (laid_out(lstm_shapes(513)), "at most 512 units a layer, got 513"),
    "shapes that do not fit": (
        laid_out({**lstm_shapes(3), "layers.0.weight_ih": (12, 7)}),
        r"'layers.0.weight_ih' in shape",
    ),
    "a GRU's weights said to be an LSTM's": (
        laid_out(
            {
                "layers.0.weight_ih": (9, 2), "layers.0.weight_hh": (9, 3),
                "layers.0.bias_ih": (9,), "layers.0.bias_hh": (9,),
                "head.weight": (2, 3), "head.bias": (2,),
            }
        ),
        "tensors of an LSTM, got no 'layers.0.bias'",
    ),
    "recurrent weights in a row": (
        laid_out({**lstm_shapes(3), "layers.0.weight_hh": (36,)}),
        r"rows and columns, got shape \(36,\)",
    ),
    **{
        dtype: (laid_out(lstm_shapes(3), dtype=dtype), f"in F32 or F64 .*, got '{dtype}'")
        for dtype in ("F16", "BF16", "I64")
    },
    "two dtypes": (mixed(), "one dtype, got F32 and F64"),
    "a dtype nobody knows": (with_tensor("head.bias", dtype="F" * 9_000), "in F32 or F64"),
    "a dtype that is a list": (with_tensor("head.bias", dtype=["F32"]), "in F32 or F64"),
}  # fmt: skip
BAD_WORDS = {
    "no metadata": (
        file({k: v for k, v in HEADER.items() if k != "__metadata__"}, WEIGHTS),
        "a file that names none",
    ),
    "another version": (with_metadata(format="lstm_viz/2"), "'lstm_viz/1', got 'lstm_viz/2'"),
    "someone else's format": (with_metadata(format="pt"), "'lstm_viz/1', got 'pt'"),
    "no task": (with_metadata(task=None), "got no task"),
    "unknown task": (with_metadata(task="mind-reading"), "a task of .*, got 'mind-reading'"),
    "unknown cell": (with_metadata(cell="transformer"), "a cell of .*, got 'transformer'"),
    "another cell": (with_metadata(cell="rnn"), "tensors|shape"),
    "a size in words": (with_metadata(size="very long"), "a whole number as size"),
    "a size of 10,000 digits": (with_metadata(size="9" * 900), "a whole number as size"),
    "a size that would take a computer's memory": (
        with_metadata(size="99999999999"),
        "size for parity a length of .*, got 99999999999",
    ),
    "a size of 0": (with_metadata(size="0"), "size for parity a length of .*, got 0"),
    "digits of another script": (with_metadata(size="٢٠"), "a whole number as size"),
    "a score of NaN": (with_metadata(score="nan"), "a number as score"),
    "a name of 50,000 letters": (with_metadata(name="n" * 50_000), "at most 1,000 characters"),
    "a name with a line break": (with_metadata(name="a\nb"), "without control characters"),
    "a name with a null": (with_metadata(name="a\0b"), "without control characters"),
    "half a character": (file(TEXT.replace("mine", "\\ud800"), WEIGHTS), "control characters"),
    "an entry with a script for a name": (with_metadata(**{"<script>": ""}), "names of metadata"),
    "100 entries": (
        with_metadata(**{f"a{chr(97 + n // 26)}{chr(97 + n % 26)}": "" for n in range(100)}),
        "at most 32 entries",
    ),
    "next-character without an alphabet": (with_metadata(task="next-character"), "an alphabet"),
    "an alphabet with another task": (with_metadata(alphabet='["a","b"]'), "an alphabet"),
    **{
        f"alphabet {text[:20]}": (
            with_metadata(task="next-character", alphabet=text),
            "a JSON list of 1 to 512 different characters",
        )
        for text in (
            "abc", '"abc"', "[]", '["a","a"]', '["ab","c"]', '["",""]', "[1,2]", '{"a":1}',
            '["\\ud800","a"]', "[" * 7_000, json.dumps([chr(500 + n) for n in range(513)]),
        )
    },
    "an alphabet that is too short": (
        with_metadata(task="next-character", alphabet='["a"]'),
        "in shape",
    ),
}  # fmt: skip
ALL = {**NOT_SAFETENSORS, **BAD_HEADERS, **BAD_TENSORS, **BAD_WORDS}


@for_each(("data", "says"), ALL.values(), ids=ALL)
def test_a_bad_file_is_refused_with_one_sentence(data: bytes, says: str) -> None:
    with pytest.raises(ValueError, match=says) as refused:
        from_bytes(data)
    sentence = str(refused.value)
    assert sentence.startswith("Expected ")
    assert ", got " in sentence
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert sentence.isprintable()
    assert len(sentence) < 300
    assert type(refused.value) is ValueError


@for_each("data", [data for data, _ in ALL.values()], ids=ALL)
def test_a_bad_file_takes_no_memory_to_speak_of(data: bytes) -> None:
    tracemalloc.start()
    try:
        with pytest.raises(ValueError, match="Expected"):
            from_bytes(data)
        assert tracemalloc.get_traced_memory()[1] < 2 * len(data) + 1_000_000
    finally:
        tracemalloc.stop()


def test_the_largest_weights_let_every_cell_run_without_overflow() -> None:
    for cell in CELLS:
        model = Model.init(
            cell=cell, input_size=2, hidden_size=512, output_size=2, rng=np.random.default_rng(0)
        )
        signs = {k: np.where(v < 0, -1e6, 1e6) for k, v in model.parameters.items()}
        extreme = {name: value.astype(np.float32) for name, value in signs.items()}
        data = to_bytes(Stored(Model.from_parameters(cell, extreme), ABOUT))
        forward = from_bytes(data).model.run(np.ones((20, 2)))
        assert np.isfinite(forward.outputs).all()


def test_words_of_a_stranger_are_kept_as_they_are_if_they_are_short() -> None:
    # Whoever shows them has to escape them.
    name = "<script>alert('" + "x" * 900 + "')</script>"
    assert from_bytes(with_metadata(name=name)).metadata["name"] == name


@settings(max_examples=120)
@given(data=st.binary(max_size=400))
def test_random_bytes_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="Expected"):
        from_bytes(data)


CHANGES = st.lists(
    st.tuples(st.integers(0, len(GOOD) - 1), st.binary(max_size=6), st.integers(0, 6)),
    min_size=1,
    max_size=4,
)


@settings(max_examples=200)
@given(changes=CHANGES)
def test_a_mutated_file_is_a_network_or_is_refused(changes: list[tuple[int, bytes, int]]) -> None:
    data = GOOD
    for place, inserted, dropped in changes:
        data = data[:place] + inserted + data[place + dropped :]
    assert_read_or_refused(data)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner),
    max_leaves=6,
)


@settings(max_examples=150)
@given(name=st.sampled_from([*HEADER, "layers.1.bias", ""]), value=JSON)
def test_any_json_in_place_of_an_entry_is_refused(name: str, value: object) -> None:
    with pytest.raises(ValueError, match="Expected"):
        from_bytes(file({**HEADER, name: value}, WEIGHTS))


@settings(max_examples=150)
@given(
    name=st.sampled_from([name for name in HEADER if name != "__metadata__"]),
    field=st.sampled_from(["dtype", "shape", "data_offsets"]),
    value=JSON | st.lists(st.integers(0, 100), min_size=1, max_size=2),
)
def test_any_json_in_a_tensors_entry_is_handled(name: str, field: str, value: object) -> None:
    assert_read_or_refused(with_tensor(name, **{field: value}))


@settings(max_examples=150)
@given(name=st.sampled_from([*HEADER["__metadata__"], "alphabet", "score"]), text=st.text())
def test_any_text_in_the_metadata_is_handled(name: str, text: str) -> None:
    assert_read_or_refused(with_metadata(**{name: text}))


def assert_read_or_refused(data: bytes) -> None:
    try:
        assert isinstance(from_bytes(data), Stored)
    except ValueError as refused:
        assert str(refused).startswith("Expected ")
