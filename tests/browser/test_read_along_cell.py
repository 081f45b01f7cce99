"""The cell of a big network in a real browser: its fields, its units, its steps, the way back."""

import re

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.figures.among import among
from lstm_viz.figures.fields import fields_of
from lstm_viz.figures.film import Film, film
from lstm_viz.figures.shapes import NO_TEXT
from lstm_viz.figures.style import DARK, LIGHT, Palette, on_scale
from lstm_viz.lesson.contents import SCENES
from lstm_viz.notation import number
from lstm_viz.player.units import window
from lstm_viz.reading.passages import PASSAGES
from lstm_viz.scenes.read_along.controls.settings import PASSAGE, first_units
from lstm_viz.scenes.read_along.record import reading
from tests.browser.helpers import at_rest, unchanging
from tests.browser.player import (
    SHARES,
    drawn,
    drawn_anew,
    go,
    open_player,
    press,
    settled,
    texts,
    written,
)
from tests.browser.reading import (
    READ as READ_PAGE,
)
from tests.browser.reading import (
    expect_character,
    expect_in_link,
    movements,
    note_movements,
    open_text,
    shown,
)

T, K = 59, 8
"""A step in the middle of the text, and the stage that releases h."""
CELL = f"/read-along?level=cell&t={T + 1}&stage={K + 1}"
READ = reading(PASSAGES[PASSAGE.default].text)

_PIXEL = """([x, y]) => {
    const canvas = document.querySelector('.lv-fields');
    const width = document.querySelector('.lv-layer').viewBox.baseVal.width;
    const at = [x, y].map((value) => Math.floor((value * canvas.width) / width));
    return [...canvas.getContext('2d').getImageData(...at, 1, 1).data].slice(0, 3);
}"""
_ALL_PIXELS = "() => document.querySelector('.lv-fields').toDataURL()"


def units() -> list[int]:
    return sorted((first_units().unit, *first_units().others))


def story() -> Film:
    """What the page sends of the run, made here."""
    first, stop = window(len(READ), READ.hidden_size, T)
    few, place = among(READ.trace, units(), first, stop)
    return film(few, tokens=["x"] * (stop - first), columns=(NO_TEXT,), among=place)


def middle(signal: str, unit: int, layout: str = "wide") -> tuple[float, float]:
    """The middle of a tiny cell, in pixels of the unscaled picture."""
    told = story()
    assert told.among
    field = fields_of(told.views[layout].diagram, told.among.fields)[signal]
    x0, y0, x1, y1 = field.box
    return (
        x0 + (unit % field.columns + 0.5) * (x1 - x0) / field.columns,
        y0 + (unit // field.columns + 0.5) * (y1 - y0) / field.rows,
    )


def on_screen(page: Page, signal: str, unit: int) -> tuple[float, float]:
    x, y = middle(signal, unit)
    box = page.locator(".lv-layer").bounding_box()
    assert box
    scale = box["width"] / story().views["wide"].diagram.width
    return box["x"] + x * scale, box["y"] + y * scale


def colour_of(name: str, value: float, palette: Palette) -> list[float]:
    """The colour of a value on the scale of its signal, as red, green, blue."""
    share = max(-1.0, min(1.0, value / story().scales[name]))
    colour = on_scale(palette, name if name in SHARES else "values", share)
    return [int(colour[n : n + 2], 16) for n in (1, 3, 5)]


def test_the_cell_of_one_character(page: Page) -> None:
    """Each in turn, in one cell."""
    open_player(page, CELL)
    for theme, palette in (("dark", DARK), ("light", LIGHT)):
        page.emulate_media(color_scheme=theme)
        expect(page.locator(".lv")).to_have_attribute("data-theme", theme)
        drawn(page)
        fields_and_strips_show_what_the_network_computed(page, palette)
    steps_and_units_are_called_by_their_own_numbers(page)
    stepping_on_moves_the_states_to_the_next_step(page)
    a_sum_of_many_terms_is_short_and_exact(page)
    a_tiny_cell_says_which_unit_it_is_and_joins_the_chosen(page)


def fields_and_strips_show_what_the_network_computed(page: Page, palette: Palette) -> None:
    unchanging(page, lambda: page.evaluate(_ALL_PIXELS))
    for k, unit in enumerate(units()):
        for name in ("c", "h", "f"):
            value = getattr(READ.trace, name)[T, unit]
            assert texts(page)[f"{name}.{k}"] == written(name, value)
    for name in ("c", "h", "o", "tanh_c"):  # those that this stage is about
        for unit in {3, 40, 99, 127} - set(units()):
            wanted = colour_of(name, float(getattr(READ.trace, name)[T, unit]), palette)
            found = page.evaluate(_PIXEL, middle(name, unit))
            assert found == pytest.approx(wanted, abs=4), (name, unit)


def steps_and_units_are_called_by_their_own_numbers(page: Page) -> None:
    expect(page.locator(".lv-readout")).to_contain_text(f"step {T + 1} of {len(READ)}")
    chosen = first_units().unit
    expect(page.locator(".lv-numbers")).to_contain_text(f"unit {chosen + 1}:")
    offered = page.locator(".lv-unit option").all_inner_texts()
    assert [int(re.findall(r"\d+", text)[0]) for text in offered] == [u + 1 for u in units()]
    page.locator(".lv-explain").click()
    heading = page.locator(".lv-drawer h3")
    expect(heading).to_contain_text(f"unit {chosen + 1}, step {T + 1}")
    press(page, "Escape")
    expect(page.locator(".lv-drawer")).to_be_hidden()
    expect(page.locator(".lv-bar")).to_be_visible()  # the first Escape closed the drawer alone


def a_sum_of_many_terms_is_short_and_exact(page: Page) -> None:
    go(page, int(page.locator(".lv").get_attribute("data-position") or 0) - 7)  # the forget gate
    page.locator(".lv-explain").click()
    terms = page.locator(".lv-terms").first
    expect(terms).to_contain_text(f"the other {READ.hidden_size - 8} together")
    shown = terms.locator("tfoot b").inner_text()
    z = READ.trace.z_f[T, first_units().unit]
    assert float(shown.replace("−", "-")) == pytest.approx(z, abs=6e-5)
    assert terms.locator("tbody tr").count() <= 13
    press(page, "Escape")
    expect(page.locator(".lv-drawer")).to_be_hidden()
    drawn(page)
    go(page, int(page.locator(".lv").get_attribute("data-position") or 0) + 7)


def a_tiny_cell_says_which_unit_it_is_and_joins_the_chosen(page: Page) -> None:
    unit = next(u for u in range(20, 128) if u not in units())
    page.mouse.move(*on_screen(page, "c", unit))
    tip = page.locator(".lv-tip")
    expect(tip).to_contain_text(f"unit {unit + 1}: {number(READ.trace.c[T, unit])}")
    with drawn_anew(page):
        page.mouse.click(*on_screen(page, "c", unit))
    expect(page.locator(".lv-numbers")).to_contain_text(f"unit {unit + 1}:")
    now = page.evaluate("() => document.querySelector('.lv').lvPlayer.film.chosen")
    shown = texts(page)[f"h.{now.index(unit)}"]
    assert shown == number(READ.trace.h[T, unit], sign=True)


def stepping_on_moves_the_states_to_the_next_step(page: Page) -> None:
    press(page, "ArrowRight", "ArrowRight")
    settled(page)
    unchanging(page, lambda: page.evaluate(_ALL_PIXELS))
    unit = next(u for u in range(30, 128) if u not in units())
    found = page.evaluate(_PIXEL, middle("h_prev", unit))
    wanted = colour_of("h_prev", float(READ.trace.h[T, unit]), LIGHT)
    assert found == pytest.approx(wanted, abs=4)
    off = [int(LIGHT["off"][n : n + 2], 16) for n in (1, 3, 5)]
    assert page.evaluate(_PIXEL, middle("h", unit)) == off
    expect(page.locator(".lv-readout")).to_contain_text(f"step {T + 2} of")
    press(page, "ArrowLeft", "ArrowLeft")
    settled(page)


@pytest.mark.view(reduced_motion=False)
def test_there_are_ways_back_to_the_text(page: Page) -> None:
    open_player(page, CELL)
    for way in ("button", "Escape", "z"):
        if way != "button":
            page.locator(".lv-enter-cell").click()
            drawn(page)
        note_movements(page)
        if way == "button":
            page.get_by_role("button", name="Back to the text").click()
        else:
            press(page, way)
        expect(page.locator(".lv-back")).to_have_count(0)
        shown(page)
        assert [name for name, _ in movements(page)] == ["lv-window"], way  # round its place


_FROM = """(() => {
    window.lvZoomFrom = { x: 300, y: 400, width: 14, height: 200 };
    window.moved = [];
    const animate = Element.prototype.animate;
    Element.prototype.animate = function (frames, options) {
        window.moved.push([this.className, frames[0].transform, options.duration]);
        return animate.call(this, frames, options);
    };
})()"""


@pytest.mark.parametrize("still", [False, True])
def test_the_cell_grows_out_of_what_was_clicked(new_page, still) -> None:  # type: ignore[no-untyped-def]
    page = new_page(reduced_motion=still)
    page.add_init_script(_FROM)
    page.goto(CELL)
    drawn(page)
    moved = [m for m in page.evaluate("() => window.moved") if m[0] == "lv-frame"]
    if still:
        assert moved == []
        a_place_that_is_left_is_for_what_comes_next(page)
        a_saved_picture_has_the_fields(page)
        return
    ((_, transform, duration),) = moved
    page.wait_for_function("() => !document.querySelector('.lv-frame').getAnimations().length")
    box = page.locator(".lv-frame").bounding_box()
    assert box
    dx, dy, sx, sy = (float(n) for n in re.findall(r"-?[\d.]+(?:e-?\d+)?", transform))
    assert (box["x"] + dx, box["y"] + dy) == pytest.approx((300, 400), abs=1)
    assert (box["width"] * sx, box["height"] * sy) == pytest.approx((14, 200), abs=1)
    assert duration == 450


def a_place_that_is_left_is_for_what_comes_next(page: Page) -> None:
    left = page.evaluate(
        """async () => {
            window.lvZoomFrom = { x: 1, y: 1, width: 9, height: 9 };
            // fitted again on the way out
            await document.querySelector('.lv').lvPlayer.drawing.redraw();
            return window.lvZoomFrom;
        }"""
    )
    assert left == {"x": 1, "y": 1, "width": 9, "height": 9}


def a_saved_picture_has_the_fields(page: Page) -> None:
    unit = next(u for u in range(40, 128) if u not in units())
    pixel = page.evaluate(
        """async ([x, y]) => {
            const saved = new Promise((done) => {
                HTMLAnchorElement.prototype.click = function () { done(this.href); };
            });
            document.querySelector('.lv-png').click();
            const image = new Image();
            image.src = await saved;
            await image.decode();
            const canvas = Object.assign(document.createElement('canvas'),
                { width: image.width, height: image.height });
            const context = canvas.getContext('2d');
            context.drawImage(image, 0, 0);
            const { view } = document.querySelector('.lv').lvPlayer.cell;
            const top = image.height / 2 - Math.round(view.height);
            return [...context.getImageData(2 * x, 2 * (y + top), 1, 1).data].slice(0, 3);
        }""",
        middle("c", unit),
    )
    wanted = colour_of("c", float(READ.trace.c[T, unit]), LIGHT)
    assert pixel == pytest.approx(wanted, abs=4)


@pytest.mark.view(fresh=True)
def test_the_browser_s_back_and_forward_go_between_text_and_cell(page: Page) -> None:
    page.goto("/glossary")  # it is there at once
    at_rest(page)
    open_text(page, f"{READ_PAGE}?t=7")
    press(page, "Enter")
    drawn(page)
    page.go_back()
    shown(page)
    expect_character(page, 7)
    expect_in_link(page, level=None, t="7")
    page.go_forward()
    drawn(page)
    expect_in_link(page, level="cell", t="7")
    press(page, "Escape")  # the same as back: no second text to come through
    shown(page)
    expect_in_link(page, level=None, t="7")
    page.go_back()
    expect(page).to_have_url(re.compile("/glossary$"))
    at_rest(page)
    page.goto(CELL)  # from a cell that a link opened, back leaves the page
    drawn(page)
    page.go_back()
    expect(page).to_have_url(re.compile("/glossary$"))
    expect(page.get_by_role("heading", level=1, name=SCENES[-1].title)).to_be_attached()


def test_home_and_end_go_to_the_ends_of_the_text_not_of_what_was_sent(page: Page) -> None:
    open_player(page, CELL)
    length = len(READ)
    with drawn_anew(page):
        press(page, "End")
    expect(page.locator(".lv-readout").first).to_contain_text(f"step {length} of {length}")
    expect_in_link(page, t=str(length))
    with drawn_anew(page):
        press(page, "Home")
    expect(page.locator(".lv-readout").first).to_contain_text(f"step 1 of {length}")
    expect_in_link(page, t=None, stage=None)
