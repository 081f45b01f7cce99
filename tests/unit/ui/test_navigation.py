"""Where the pages are, whatever path the server has."""

import pytest
import streamlit as st

from lstm_viz.ui import navigation


@pytest.mark.parametrize(
    ("base", "root"), [("", "/"), (None, "/"), ("lstm", "/lstm/"), ("/a/b/", "/a/b/")]
)
def test_addresses_are_below_the_path_of_the_server(base, root, monkeypatch):
    monkeypatch.setattr(st, "get_option", lambda name: base)
    assert navigation.root() == root


def test_the_first_page_is_the_root():
    assert navigation.address("start") == ""
    assert navigation.address("forget-gate") == "forget-gate"
