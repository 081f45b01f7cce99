"""What the server does not ask of anybody."""

from collections.abc import Iterator

import pytest
from streamlit import config, net_util
from streamlit.web.server.server_util import is_url_from_allowed_origins
from streamlit.web.server.starlette.starlette_websocket import _is_origin_allowed

from lstm_viz.app.serving import middleware

ELSEWHERE = "https://elsewhere.example"
HERE = "lstm.example:8501"


@pytest.fixture(autouse=True)
def asked(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """What Streamlit asks of other machines, and as it was before."""
    addresses: list[str] = []
    monkeypatch.setattr(net_util, "_external_ip", None)
    monkeypatch.setattr(net_util, "get_external_ip", net_util.get_external_ip)
    monkeypatch.setattr(net_util, "get_internal_ip", lambda: "192.0.2.7")
    monkeypatch.setattr(
        net_util, "_make_blocking_http_get", lambda url, **more: addresses.append(url)
    )
    yield addresses


def test_a_web_socket_of_another_site_is_refused_without_asking_anybody(asked: list[str]) -> None:
    middleware()
    assert not is_url_from_allowed_origins(ELSEWHERE)
    assert not _is_origin_allowed(ELSEWHERE, HERE)
    assert asked == []


def test_streamlit_alone_would_ask(asked: list[str]) -> None:
    """Once it does not, ``no_address`` is needed no more."""
    assert not is_url_from_allowed_origins(ELSEWHERE)
    assert asked != []


def test_the_web_socket_of_the_apps_own_page_is_taken() -> None:
    middleware()
    assert _is_origin_allowed(f"https://{HERE}", HERE)
    assert is_url_from_allowed_origins("http://localhost:8501")


def test_the_address_that_readers_see_can_be_said(monkeypatch: pytest.MonkeyPatch) -> None:
    middleware()
    seen = {"browser.serverAddress": "lstm.example", "server.enableCORS": True}
    monkeypatch.setattr(config, "get_option", lambda name: seen.get(name, []))
    monkeypatch.setattr(config, "is_manually_set", seen.__contains__)
    assert is_url_from_allowed_origins("https://lstm.example")
    assert not is_url_from_allowed_origins(ELSEWHERE)
