"""Picture files: shrunk to a square of pixels, or refused in one sentence."""

from io import BytesIO

import numpy as np
import pytest
from PIL import Image

from lstm_viz.inputs import InputError
from lstm_viz.inputs import picture as pictures
from lstm_viz.inputs.picture import shrunk

SIDE = 16


def file_of(image: Image.Image, format: str = "PNG", **options: int) -> bytes:
    data = BytesIO()
    image.save(data, format, **options)
    return data.getvalue()


def test_the_middle_square_is_shrunk_and_what_is_transparent_is_white() -> None:
    image = Image.new("RGBA", (96, 48), (0, 0, 0, 0))
    image.paste((255, 0, 0, 255), (24, 0, 48, 48))  # the left half of the middle
    image.paste((0, 0, 255, 255), (0, 0, 24, 48))  # cut away
    found = shrunk(file_of(image), SIDE)
    assert found.shape == (SIDE, SIDE, 3)
    assert np.array_equal(found[:, :8], np.broadcast_to([1.0, 0, 0], (SIDE, 8, 3)))
    assert (found[:, 8:] == 1).all()


def test_half_transparent_pixels_are_half_white_and_their_colour_counts_by_half() -> None:
    image = Image.new("RGBA", (32, 32), (200, 0, 0, 128))
    image.paste((0, 0, 0, 0), (0, 0, 1, 32))  # nothing of what nobody sees
    expected = [255 - 55 * 128 / 255, *[255 - 255 * 128 / 255] * 2]
    found = shrunk(file_of(image), SIDE) * 255
    assert np.abs(found[:, 1:] - expected).max() <= 1
    assert np.abs(found[:, 0] - (np.array(expected) + 255) / 2).max() <= 1


@pytest.mark.parametrize("mode", ["L", "P", "1", "RGB", "LA", "I;16"])
def test_every_kind_of_pixels_is_read(mode: str) -> None:
    white = Image.new("L", (40, 40), 255)
    image = Image.fromarray(np.full((40, 40), 65535, np.uint16)) if mode == "I;16" else (
        white.convert(mode)
    )  # fmt: skip
    assert shrunk(file_of(image), SIDE).min() > 0.99


def test_a_grey_of_16_bits_stays_grey() -> None:
    image = Image.fromarray(np.full((40, 40), 40_000, np.uint16))
    assert shrunk(file_of(image), SIDE) == pytest.approx(40_000 / 65_535, abs=0.005)


def test_a_photograph_is_read() -> None:
    found = shrunk(file_of(Image.new("RGB", (3000, 2000), (20, 140, 60)), "JPEG", quality=90), SIDE)
    assert found.mean(axis=(0, 1)) == pytest.approx(np.array([20, 140, 60]) / 255, abs=0.02)


@pytest.mark.parametrize(
    "data, said",
    [
        (b"", "got something else."),
        (b"GIF89a nothing more", "got something else."),
        (file_of(Image.new("RGB", (40, 40)), "GIF"), "got something else."),
        (file_of(Image.effect_noise((60, 60), 50))[:-900], "got one that is damaged or cut short."),
        (file_of(Image.new("RGB", (15, 80))), "at least 16 × 16 pixels, got 15 × 80."),
        (b"x" * (pictures.MOST_BYTES + 1), "got 2.0 MB."),
    ],
    ids=("nothing", "a word", "a GIF", "cut short", "small", "large"),
)
def test_what_is_no_such_picture_is_refused_in_one_sentence(data: bytes, said: str) -> None:
    with pytest.raises(InputError, match=r"^Expected a") as refused:
        shrunk(data, SIDE)
    assert said in str(refused.value) and str(refused.value).count(". ") == 0


def test_many_pixels_are_refused_before_there_is_memory_for_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pictures, "MOST_PIXELS", 1_000_000)
    monkeypatch.setattr(Image.Image, "convert", lambda *args: pytest.fail("its pixels are read"))
    with pytest.raises(InputError, match="of at most 1 million pixels, got 2,000 × 501"):
        shrunk(file_of(Image.new("1", (2_000, 501))), SIDE)
