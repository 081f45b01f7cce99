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


def test_a_page_s_file_is_called_as_its_address_is():
    """Else Streamlit calls the first link to it that a server is asked for "not found"."""
    assert {page.url_path for page in navigation.PAGES} == {
        page.file.removeprefix("pages/").removesuffix(".py") for page in navigation.PAGES
    }
