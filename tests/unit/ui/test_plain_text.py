"""What a person typed, or a link says, is shown as it is."""

import re

import pytest

from lstm_viz.ui.plain_text import plain

TYPED = [
    "![x](http://example.com/a.png)", "[click](https://e.com)", "www.example.com", "a@b.org",
    "**bold** _it_ `code` $x^2$ :red[x] :smile: <b> # 1. - > | ~~s~~", "HTTP://E.COM", "plain",
]  # fmt: skip


@pytest.mark.parametrize("text", TYPED)
def test_it_is_the_same_text(text):
    assert plain(text).replace("\\", "").replace("\u2060", "") == text


@pytest.mark.parametrize("text", TYPED)
def test_no_mark_and_no_address_is_left(text):
    shown = plain(text)
    assert not re.search(r"(?<!\\)[`*_{}\[\]()<>#!|$:~]", shown)
    assert not re.search(r"://|www\\?\.|\w@\w", shown.replace("\\", ""), re.IGNORECASE)
