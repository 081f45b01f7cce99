"""The page "Image captioning": presets, painted and uploaded pictures, links, the cell."""

from io import BytesIO
from urllib.parse import parse_qsl

import numpy as np
import pytest
from PIL import Image
from streamlit.testing.v1 import AppTest

from lstm_viz.networks.captions.pixels import WHITE, to_text
from lstm_viz.scenes.captions.controls import bar
from lstm_viz.scenes.captions.record import PRESETS, told
from tests.pages.helpers import handed, open_at, plain, player_tells, sound, visit

CAPTIONS = "captions"


def opened(**query: str) -> AppTest:
    return open_at(page=CAPTIONS, **query)


def again(at: AppTest) -> AppTest:
    """The screen's link, opened by somebody else."""
    data = handed(at)
    place = {"t": str(data["at"]["t"] + 1), "unit": str(data["at"]["unit"] + 1)}
    return opened(**dict(parse_qsl(data["query"])), **place)


def test_each_preset_is_told_word_by_word() -> None:
    at = opened()
    for name, preset in PRESETS.items():
        at.selectbox(key="captions_picture").set_value(name)
        sound(at.run())
        assert not at.warning and not at.error
        film, found = handed(at)["film"], told(preset.pixels)
        said = [frame["title"] for (frame,) in film["frames"]]
        assert said[0] == f"“{' '.join(found.described.caption)}”" and said[-1] == "Look here"
        assert len(said) == len(found) + 3 and film["painting"]["cells"] == preset.pixels
    assert handed(again(at))["film"] == film
    (table,) = [text.value for text in at.markdown if "nearest: all right" in text.value]
    assert "colour and form never together before" in table


def test_a_painted_picture_is_told_and_stands_in_the_link(monkeypatch: pytest.MonkeyPatch) -> None:
    at = opened(t="1")
    pixels = "d33" * 40 + WHITE[120:]
    at = player_tells(monkeypatch, at, CAPTIONS, f"painted:{pixels}")
    sent = handed(at)
    assert sent["film"]["painting"]["cells"] == pixels and sent["at"]["t"] == 0
    link = again(at)
    assert handed(link)["film"] == sent["film"] and not link.warning
    for broken in ("", "fff", pixels[:-1] + "g"):
        at = player_tells(monkeypatch, at, CAPTIONS, f"painted:{broken}")
        assert handed(at)["film"] == sent["film"]
    at.button(key="captions_blank").click()
    sound(at.run())
    assert handed(at)["film"]["painting"]["cells"] == WHITE
    at.selectbox(key="captions_picture").set_value("heart")
    sound(at.run())
    at.selectbox(key="captions_picture").set_value("own")
    sound(at.run())
    assert handed(at)["film"]["painting"]["cells"] == WHITE, "one's own is still there"


def test_the_cell_opens_at_the_word_on_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    at, found = opened(picture="alone", t="5"), told(PRESETS["alone"].pixels)
    at = player_tells(monkeypatch, at, CAPTIONS, "into:4")
    sent = handed(at)
    assert (sent["film"]["kind"], sent["at"]["t"]) == ("network", 2)
    assert sent["film"]["tokens"] == ["picture", *found.described.said[:-1]]
    assert sent["film"]["answers"][2].startswith(f"{found.described.said[2]} comes next (")
    assert sent["at"]["unit"] == found.look.unit and sent["back"] == "Back to the picture"
    assert handed(again(at))["film"] == sent["film"]
    at = player_tells(monkeypatch, at, CAPTIONS, "back")
    assert handed(at)["film"]["kind"] == "board" and handed(at)["at"]["t"] == 4
    at = player_tells(monkeypatch, at, CAPTIONS, "run:4:1:9")
    sent = handed(at)
    assert (sent["at"]["t"], sent["at"]["unit"]) == (1, 9)


def test_a_file_is_shrunk_and_a_bad_one_said(monkeypatch: pytest.MonkeyPatch) -> None:
    image = Image.new("RGB", (64, 64), "white")
    image.paste((221, 51, 51), (16, 16, 40, 40))
    data = BytesIO()
    image.save(data, "PNG")
    at = opened()
    at.file_uploader(key=bar.FILE).upload("mine.png", data.getvalue(), "image/png")
    sound(at.run())
    pixels = np.ones((16, 16, 3))
    pixels[4:10, 4:10] = np.array([221, 51, 51]) / 255
    assert handed(at)["film"]["painting"]["cells"] == to_text(pixels) and not at.warning
    at.file_uploader(key=bar.FILE).upload("bad.png", b"no picture", "image/png")
    sound(at.run())
    (problem,) = at.error
    assert plain(problem.value).startswith("bad.png: Expected a PNG or JPEG picture")
    assert handed(at)["film"]["painting"]["cells"] == to_text(pixels), "nothing is lost"
    at.selectbox(key="captions_picture").set_value("above")
    sound(at.run())
    assert not at.error and not at.warning


def test_what_a_link_cannot_mean_is_said_and_left_out() -> None:
    at = open_at(page="uses")
    for query, said in [
        ({"picture": "own", "pixels": "abc"}, "cannot be read: expected 768 digits from 0 to f"),
        ({"picture": "cat"}, "picture=cat; expected one of beside,"),
        ({"t": "14"}, "t=14; there are 12 "),
        ({"view": "cell", "t": "12"}, "t=12; there are 9 steps"),
    ]:
        visit(at, "uses", t="2")
        visit(at, CAPTIONS, **query)
        notes = " ".join(plain(warning.value) for warning in at.warning)
        assert said in notes, (query, notes)
        assert handed(at)["film"]
