"""What ``lstm-viz`` hands to Streamlit, and what it says instead of starting."""

import os
import socket

import pytest
from streamlit.web import cli

from lstm_viz import __main__ as command
from lstm_viz import __version__
from lstm_viz.start import APP


@pytest.fixture
def started(monkeypatch):
    """What Streamlit's own command is called with; a handler of Ctrl+C is not left behind."""
    calls = []
    monkeypatch.setattr(cli, "main", lambda arguments, prog_name: calls.append(arguments))
    monkeypatch.setattr(command.signal, "signal", lambda *_: None)
    return calls


@pytest.fixture
def busy():
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield server.getsockname()[1]


def said(*arguments):
    """The one sentence with which it ends."""
    with pytest.raises(SystemExit) as ended:
        command.main(arguments)
    sentence = str(ended.value.code)
    assert sentence.startswith("lstm-viz: ") and sentence.endswith(".") and "\n" not in sentence
    return sentence


def test_without_a_word_streamlit_gets_the_app_and_its_own_settings(started):
    command.main([])
    assert started == [["run", str(APP), "--server.fileWatcherType=none"]]
    assert APP.is_file()


def test_what_is_asked_for_is_handed_on(started):
    with socket.create_server(("127.0.0.1", 0)) as server:
        free = server.getsockname()[1]
    command.main(["--host", "127.0.0.1", "--port", str(free), "--no-browser"])
    assert set(started[0][2:]) == {
        "--server.fileWatcherType=none",
        "--server.address=127.0.0.1",
        f"--server.port={free}",
        "--server.headless=true",
    }


def test_a_port_that_is_none_is_refused(started):
    for port in ("abc", "0", "-1", "65536", "8501.0", "²", ""):
        assert said(f"--port={port}") == (
            f"lstm-viz: a port is a number from 1 to 65535, got {port!r}."
        )
    assert not started


def test_a_busy_port_is_named(started, busy):
    sentence = said("--host", "127.0.0.1", "--port", str(busy))
    assert sentence.startswith(f"lstm-viz: port {busy} is in use; ")
    assert not started


@pytest.mark.skipif(os.name == "nt", reason="any port may be served there")
def test_a_port_that_needs_rights_is_named(started, monkeypatch):
    def refused(self, address):
        raise PermissionError(command.errno.EACCES, "Permission denied")

    monkeypatch.setattr(
        command.socket, "socket", type("Closed", (socket.socket,), {"bind": refused})
    )
    assert "port 80 needs rights that you do not have" in said("--port", "80")
    assert not started


def test_an_address_of_another_machine_is_refused(started):
    for host in ("nosuch.invalid", "192.0.2.7", "a..b", "2001:db8::7"):
        assert f"{host!r} is no address of this machine" in said("--host", host)
    assert not started


def test_it_says_its_version_and_what_it_can(capsys):
    for ask in ("--version", "--help"):
        with pytest.raises(SystemExit) as ended:
            command.main([ask])
        assert ended.value.code == 0
    printed = capsys.readouterr().out
    assert f"LSTM Viz {__version__}\n" in printed
    for option in ("--host", "--port", "--no-browser", "--version", "site OUT [--with-python]"):
        assert option in printed
