"""A training is due when what decides it has changed, and not otherwise."""

import json

import pytest

from tests import trained
from tests.trained import SOURCES, fingerprint, is_due


@pytest.mark.parametrize("name", SOURCES)
def test_what_decides_a_training_is_there(name):
    assert all((trained.ROOT / source).exists() for source in SOURCES[name])


def test_a_fingerprint_is_of_names_and_bytes(tmp_path):
    (tmp_path / "cells").mkdir()
    (tmp_path / "cells" / "lstm.py").write_text("c = kept + written")
    (tmp_path / "signals.py").write_text("h")

    def now():
        return fingerprint(("cells", "signals.py"), tmp_path)

    seen = {now()}
    assert now() in seen, "the same is the same"
    (tmp_path / "cells" / "lstm.py").write_text("c = kept - written")
    seen.add(now())
    (tmp_path / "cells" / "gru.py").touch()
    seen.add(now())
    (tmp_path / "cells" / "gru.py").rename(tmp_path / "cells" / "rnn.py")
    seen.add(now())
    (tmp_path / "signals.py").write_text("")
    seen.add(now())
    assert len(seen) == 5


def test_it_is_due_until_it_is_noted_and_when_it_is_asked_for(tmp_path, monkeypatch):
    monkeypatch.delenv(trained.AGAIN, raising=False)
    monkeypatch.setattr(trained, "NOTED", tmp_path / "trained.json")
    trained.NOTED.write_text("{}")
    assert is_due("brackets")
    trained.NOTED.write_text(json.dumps({"brackets": fingerprint(SOURCES["brackets"])}))
    assert not is_due("brackets")
    monkeypatch.setenv(trained.AGAIN, "presets")
    assert not is_due("brackets")
    monkeypatch.setenv(trained.AGAIN, "presets brackets")
    assert is_due("brackets")
