"""Where the pages are, whatever path the server has."""

import pytest
import streamlit as st

from lstm_viz.ui import navigation
from lstm_viz.ui.navigation import page_of


@pytest.mark.parametrize(
    ("base", "root"), [("", "/"), (None, "/"), ("lstm", "/lstm/"), ("/a/b/", "/a/b/")]
)
def test_addresses_are_below_the_path_of_the_server(base, root, monkeypatch):
    monkeypatch.setattr(st, "get_option", lambda name: base)
    assert navigation.root() == root


def test_the_first_page_is_the_root():
    assert page_of("start").address == ""
    assert page_of("forget-gate").address == "forget-gate"


def test_a_page_s_file_is_called_as_its_address_is():
    assert page_of("forget-gate").file == "learn/forget_gate.py"
    assert page_of("read-along").file == "explore/read_along.py"
