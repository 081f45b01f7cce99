"""The code of a screen's link, and what is said where there is none."""

from urllib.parse import unquote

import segno
from streamlit.testing.v1 import AppTest

from lstm_viz.ui.share import LONGEST_CODE, code

LINK = "http://lesson.example/forget-gate?t=3&stage=2"


def opened(address: str) -> AppTest:
    def script(address: str) -> None:
        from lstm_viz.ui.share import dialog

        dialog(address)

    test = AppTest.from_function(script, args=(address,)).run()
    assert not test.exception
    return test


def test_the_code_is_of_the_link():
    size, _ = segno.make(LINK, error="l", micro=False).symbol_size(scale=8, border=4)
    assert f'width="{size}" height="{size}"' in unquote(code(LINK)).replace("'", '"')
    assert code(LINK) != code(LINK + "1")


def test_the_link_is_said_and_what_it_cannot():
    near = opened(LINK)
    assert near.code[0].value == LINK and not near.caption
    here = opened("http://localhost:8501/start")
    assert "this machine alone" in here.caption[0].value
    long = opened(f"{LINK}&text={'a' * LONGEST_CODE}")
    assert "too fine a code" in long.caption[0].value
