"""What can be taken along: every value, the animation, the picture."""

import base64
import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Browser, Page, expect

from lstm_viz import LSTM, figures
from lstm_viz.scenes.read_along.record import reading
from tests.browser.helpers import shoot
from tests.browser.player import (
    CELL,
    expect_position,
    experiment,
    open_player,
    position,
    press,
    resized,
    sent_film,
    settled,
    texts,
)
from tests.browser.reading import open_text
from tests.browser.tabs import TIMEOUT, Watch

PATH = f"{CELL}?preset=wave&edits=b.0_2.0+clamp.f.1_1.0&t=3&stage=5&unit=2"


def download(page: Page, button: str, folder: Path, menu: str = "Save or share") -> Path:
    choice = page.get_by_role("button", name=button)
    if not choice.is_visible():
        page.get_by_role("button", name=menu).click()
    with page.expect_download() as started:
        choice.click()
    path = folder / started.value.suggested_filename
    started.value.save_as(path)
    return path


def test_every_value_as_npz_and_as_a_table(page: Page, tmp_path: Path) -> None:
    open_player(page, PATH)
    path = download(page, ".npz", tmp_path)
    assert path.name == "lstm-trace.npz"
    run = experiment(PATH)
    trace = run.trace
    with np.load(path) as saved:
        assert set(saved) == {*trace.names, "clamped_f"}
        for name in trace.names:
            np.testing.assert_array_equal(saved[name], getattr(trace, name), err_msg=name)
        np.testing.assert_array_equal(saved["clamped_f"], trace.clamped["f"])

    path = download(page, ".csv", tmp_path)
    assert path.read_bytes().startswith(codecs.BOM_UTF8)  # Excel takes it for UTF-8
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert [row["token"] for row in rows] == list(run.inputs.tokens)
    assert [float(row["h_2"]) for row in rows] == trace.h[:, 2].tolist()


def test_the_gates_of_a_text_that_was_read(page: Page, tmp_path: Path) -> None:
    open_text(page, "/read-along?text=To be, or not to be&unit=99&others=3")
    path = download(page, "Units 3 and 99, NumPy (.npz)", tmp_path, "Save the gates")
    record = reading("To be, or not to be")
    with np.load(path) as saved:
        np.testing.assert_array_equal(saved["units"], [2, 98])
        np.testing.assert_array_equal(saved["f"], record.trace.f[:, [2, 98]])
    shoot(page, "save-gates")
    path = download(page, "All 128 units, table", tmp_path, "Save the gates")
    assert path.name == "lstm-reading-all.csv"
    rows = list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))
    assert [float(row["c_127"]) for row in rows] == record.trace.c[:, 127].tolist()


def png_size(data: bytes) -> tuple[int, int]:
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    return int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")


_COLOURS = """async (url) => {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d');
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, image.width, image.height);
    const seen = new Map();
    for (let n = 0; n < data.length; n += 4) {
        const colour = `${data[n]},${data[n + 1]},${data[n + 2]}`;
        seen.set(colour, (seen.get(colour) ?? 0) + 1);
    }
    return [seen.size, Math.max(...seen.values()) / (data.length / 4), [...seen.keys()][0]];
}"""


def test_the_picture_as_png(page: Page, tmp_path: Path) -> None:
    open_player(page, f"{CELL}?t=2&stage=9")
    views = sent_film(experiment()).views
    for layout, viewport in {"wide": (1280, 720), "tall": (390, 844)}.items():
        resized(page, viewport)
        with page.expect_download() as started:
            page.locator(".lv-png").click()
        assert started.value.suggested_filename == "lstm-step-2-stage-9.png"
        path = tmp_path / f"{layout}.png"
        started.value.save_as(path)
        data = path.read_bytes()
        width, height = png_size(data)
        diagram = views[layout].diagram
        assert width == pytest.approx(2 * diagram.width, abs=2), layout
        assert 2 * diagram.height < height < 2 * diagram.height + 400, layout
        url = "data:image/png;base64," + base64.b64encode(data).decode()
        colours, most, corner = page.evaluate(_COLOURS, url)
        assert colours > 100, layout
        assert most < 0.97, f"{layout}: almost nothing but background"
        assert corner == "255,255,255", layout


@pytest.fixture
def saved_page(page: Page, tmp_path: Path, browser: Browser) -> Iterator[tuple[Page, list[str]]]:
    """The animation as it was saved, opened from disk without a network; what it asked for."""
    open_player(page, PATH)
    path = download(page, ".html", tmp_path)
    context = browser.new_context(viewport={"width": 1280, "height": 720}, offline=True)
    context.set_default_timeout(TIMEOUT)
    watch = Watch(context)
    saved = context.new_page()
    asked: list[str] = []
    saved.on("request", lambda request: asked.append(request.url))
    saved.goto(path.as_uri())
    yield saved, asked
    context.close()
    # Watch takes the file itself for a request that leaves the machine.
    assert [p for p in watch.problems if path.as_uri() not in p] == []


def test_the_saved_animation_plays_offline(saved_page: tuple[Page, list[str]], page: Page) -> None:
    saved, asked = saved_page
    saved.locator(".lv[data-ready]").wait_for()
    settled(saved)
    expect_position(saved, 2, 4)
    expect(saved.locator(".lv-unit")).to_have_value("1")
    assert texts(saved) == texts(page)
    press(saved, "ArrowRight", "ArrowRight")
    expect_position(saved, 2, 6)
    press(saved, "Home")
    saved.locator(".lv-speed").select_option("4")
    saved.locator(".lv-readout").click()
    press(saved, "Space")
    saved.wait_for_function("() => Number(document.querySelector('.lv').dataset.position) >= 4")
    press(saved, "Space")
    assert position(saved) >= 4
    expect(saved.locator(".lv-edit")).to_be_hidden()
    expect(saved.locator(".lv-undo")).to_be_hidden()
    settled(saved)
    shoot(saved, "saved-animation")
    assert [url for url in asked if not url.startswith(("file:", "data:", "blob:"))] == []
    saved.emulate_media(color_scheme="dark")
    expect(saved.locator(".lv")).to_have_attribute("data-theme", "dark")
    shoot(saved, "saved-animation-dark")

    # Of many units a few have rows, the chosen one among them; the others are a press away.
    rng = np.random.default_rng(3)
    trace = LSTM.init(input_size=2, hidden_size=20, rng=rng).run(rng.normal(size=(3, 2)))
    figures.cell(trace).save(saved.url.removeprefix("file://"))
    saved.reload()
    saved.locator(".lv[data-ready]").wait_for()
    rows = saved.locator(".lv-rows-words")
    expect(rows).to_have_text("units 1 to 8 of 20")
    expect(saved.locator(".lv-rows-before")).to_be_disabled()
    saved.locator(".lv-rows-after").click()
    saved.locator(".lv-rows-after").click()
    expect(rows).to_have_text("units 13 to 20 of 20")
    expect(saved.locator(".lv-unit")).to_have_value("16")
    expect(saved.locator(".lv-rows-after")).to_be_disabled()
    drawn = "document.querySelector('.lv-overview-plot').data.find((d) => d.name === 'c')"
    saved.wait_for_function(f"() => {drawn}.customdata[0][0][0] === 13")
    found = saved.evaluate(f"{drawn}.customdata.map((row) => row.map((value) => value[2]))")
    np.testing.assert_allclose(found, trace.c[:, 12:].T, atol=1e-6)
    saved.locator(".lv-unit").select_option("3")
    expect(rows).to_have_text("units 1 to 8 of 20")
