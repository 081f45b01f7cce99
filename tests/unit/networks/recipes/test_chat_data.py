"""How the pairs of the chatbot are taken from a corpus; here from a small one of our own."""

import importlib.util
from pathlib import Path

import pytest

from lstm_viz.networks.chat.pairs import Pair
from lstm_viz.networks.recipes import MissingDataError, chat_data

FILES = {
    "greetings": [["Hello", "Hi!"], ["Good day, Dr. Who", "Hi! How are you?", "Fine."]],
    "emotion": [["Are you sad?", "No.", "Yes."]],
    "coding": [["Do you code?", "I do."]],
    "trivia": [
        *([f"number {word}?", "Yes."] for word in ("one", "two", "three", "four", "five")),
        ["Say more", "First. " + "so much more " * 6],
        ["Say too much", "so much more " * 6],
        "a line alone",
    ],
}


@pytest.fixture
def corpus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files in place of the package's."""
    yaml = pytest.importorskip("yaml", reason="PyYAML comes with requirements-train.txt")
    for name, conversations in FILES.items():
        text = yaml.safe_dump({"categories": [name], "conversations": conversations})
        (tmp_path / f"{name}.yml").write_text(text, "utf-8")
    monkeypatch.setattr(chat_data, "_folder", lambda: tmp_path)


@pytest.mark.usefixtures("corpus")
def test_turns_become_pairs_and_some_lines_are_kept_from_training() -> None:
    found = chat_data.from_package()
    every = {*found.training, *found.held_out}
    assert {
        Pair("Hello", "Hi!"),
        Pair("Good day, Dr. Who", "Hi! How are you?"),
        Pair("Hi! How are you?", "Fine."),
        Pair("Are you sad?", "No."),
        Pair("Are you sad?", "Yes."),
        Pair("Say more", "First."),
    } <= every
    lines = {pair.line for pair in every}
    assert "No." not in lines  # in "emotion" all that follows answers the first line
    assert not lines & {"Do you code?", "Say too much", "a", "l"}
    assert found.held_out and not {pair.line for pair in found.held_out} & {
        "Hello", "Good day, Dr. Who",
    }  # fmt: skip
    assert "number" in found.vocabulary.words and "code" not in found.vocabulary.words
    assert chat_data.from_package() == found


@pytest.mark.usefixtures("corpus")
def test_what_needs_a_rare_word_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_data, "WORDS", 4)
    found = chat_data.from_package()
    own = set(found.vocabulary.words[3:])
    assert 0 < len(own) <= 4
    for pair in (*found.training, *found.held_out):
        assert set(pair.answered) <= own
        assert sum(word not in own for word in pair.asked) <= 1


def test_titles_end_no_sentence() -> None:
    pair = Pair("Who is there?", "Dr. Smith is. " + "so much more " * 6)
    assert chat_data._fitting(pair) == Pair("Who is there?", "Dr. Smith is.")


def test_a_missing_package_is_named_with_what_installs_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chat_data, "PACKAGE", "no-such-corpus")
    with pytest.raises(MissingDataError, match=r"no-such-corpus 1\.3\.3: pip install .*train\.txt"):
        chat_data.from_package()
    if importlib.util.find_spec("chatterbot_corpus") is not None:
        monkeypatch.setattr(chat_data, "PACKAGE", "chatterbot-corpus")
        monkeypatch.setattr(chat_data, "VERSION", "0.1")
        with pytest.raises(MissingDataError, match=r"version 1\.3\.3 is installed"):
            chat_data.from_package()
