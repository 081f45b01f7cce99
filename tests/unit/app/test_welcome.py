"""Where the app is: said once its server starts, opened unless it is to open nothing."""

import sys

import pytest

from lstm_viz.app import welcome as module
from lstm_viz.app.welcome import addresses, welcome
from tests.coroutines import finished

SETTINGS = {
    "server.address": "localhost",
    "server.port": 8501,
    "server.baseUrlPath": "",
    "server.sslCertFile": None,
    "server.headless": False,
}


@pytest.fixture
def settings(monkeypatch):
    found = dict(SETTINGS)
    monkeypatch.setattr(module.st, "get_option", found.__getitem__)
    return found


@pytest.fixture
def opened(monkeypatch):
    urls = []
    monkeypatch.setattr(module.webbrowser, "open", urls.append)
    return urls


def start(monkeypatch, program):
    async def one():
        async with welcome(None):
            pass

    monkeypatch.setattr(sys, "argv", [program])
    finished(one())


def test_it_is_said_and_opened(settings, opened, monkeypatch, capsys):
    start(monkeypatch, "/anywhere/app.py")
    assert opened == ["http://localhost:8501/"]
    assert capsys.readouterr().out.split() == (
        ["LSTM", "Viz", "is", "at", "http://localhost:8501/.", "Ctrl+C", "ends", "it."]
    )


def test_a_server_without_a_screen_opens_nothing(settings, opened, monkeypatch, capsys):
    settings["server.headless"] = True
    start(monkeypatch, "app.py")
    assert not opened and "http://localhost:8501/" in capsys.readouterr().out


def test_another_server_says_itself_where_it_is(settings, opened, monkeypatch, capsys):
    start(monkeypatch, "/usr/bin/uvicorn")
    assert not opened and not capsys.readouterr().out


def test_an_address_is_as_it_is_served(settings):
    settings.update({"server.address": "::1", "server.baseUrlPath": "/lesson/", "server.port": 80})
    assert addresses() == ["http://[::1]:80/lesson/"]
    settings["server.sslCertFile"] = "certificate.pem"
    assert addresses() == ["https://[::1]:80/lesson/"]


def test_served_to_the_network_it_has_an_address_for_others(settings, monkeypatch):
    monkeypatch.setattr(module, "_in_the_network", lambda: "192.0.2.5")
    for everywhere in ("0.0.0.0", "::", None):
        settings["server.address"] = everywhere
        assert addresses() == ["http://localhost:8501/", "http://192.0.2.5:8501/"]
    monkeypatch.setattr(module, "_in_the_network", lambda: None)
    assert addresses() == ["http://localhost:8501/"]
