"""Click a value: where it comes from, down to weights and inputs, with numbers that add up."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import shoot
from tests.browser.player import (
    CELL,
    cell,
    expect_position,
    experiment,
    number,
    open_player,
    press,
    redrawn,
    settled,
)


def open_by_mouse(page: Page, signal: str, unit: int) -> None:
    """A real click where the cell is drawn."""
    settled(page)
    if page.locator(".lv.lv-open").count():
        click(page, signal, unit)
    else:
        with redrawn(page):  # beside the drawer there is less room
            click(page, signal, unit)
    expect(page.locator(".lv.lv-open")).to_have_count(1)


def click(page: Page, signal: str, unit: int) -> None:
    box = cell(page, signal, unit).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x - 3, y - 3)
    page.mouse.move(x, y)
    page.wait_for_function(  # Plotly opens what it has seen the pointer over
        """([name, k]) => {
            const over = document.querySelector('.lv-plot')._hoverdata?.[0]?.customdata;
            return over && over[0] === name && over[1] === k;
        }""",
        arg=[signal, unit],
    )
    page.mouse.click(x, y)


def unfold(page: Page, *parts: str) -> None:
    """Open these parts of the derivation, if they are not open already."""
    for part in parts:
        details = page.locator(f'.lv-drawer details[data-part="{part}"]')
        if details.get_attribute("open") is None:
            details.locator("> summary").click()


def terms(page: Page) -> tuple[list[float], float]:
    """(the products of the sum that is open, the sum) as they stand in the table."""
    table = page.locator(".lv-drawer .lv-terms").first
    expect(table).to_be_visible()
    cells = table.locator("tbody tr td:last-child").all_text_contents()
    return [number(text) for text in cells], number(table.locator("tfoot b").inner_text())


def test_a_click_on_a_value_opens_where_it_comes_from(page: Page) -> None:
    open_player(page, f"{CELL}?t=3&stage=9")
    open_by_mouse(page, "f", 2)
    expect(page.locator(".lv-drawer h3")).to_contain_text("forget gate, unit 3, step 3")
    trace = experiment().trace
    products, total = terms(page)
    assert total == pytest.approx(trace.z_f[2, 2], abs=5.1e-5)
    assert sum(products) == pytest.approx(total, abs=1e-3)
    line = page.locator(".lv-drawer .lv-line").first.inner_text()
    assert number(re.findall(r"[−0-9.]+$", line.strip())[0]) == pytest.approx(
        trace.f[2, 2], abs=5.1e-5
    )
    expect(page.locator(".lv-unit")).to_have_value("2")
    shoot(page, "derivation")

    # The terms follow the steps.
    open_by_mouse(page, "o", 0)
    for t in range(2, 6):
        expect(page.locator(".lv-drawer h3")).to_contain_text(f"output gate, unit 1, step {t + 1}")
        products, total = terms(page)
        assert total == pytest.approx(trace.z_o[t, 0], abs=5.1e-5)
        assert sum(products) == pytest.approx(total, abs=1e-3)
        press(page, "Shift+ArrowRight")


def test_a_hidden_state_is_opened_down_to_the_first_step(page: Page) -> None:
    open_player(page, f"{CELL}?t=2&stage=9")
    open_by_mouse(page, "h", 1)
    drawer = page.locator(".lv-drawer")
    unfold(page, "h.tanh_c", "tanh_c.c", "c.kept", "kept.c_prev")
    carried = drawer.locator('details[data-part="kept.c_prev"]')
    expect(carried).to_contain_text("Carried over")
    carried.get_by_role("button", name="Open it there").click()
    expect(drawer.locator("h3")).to_contain_text("cell state, unit 2, step 1")
    expect_position(page, 0, 6)
    unfold(page, "c.kept", "kept.c_prev")
    start = drawer.locator('[data-target="c0"][data-index="1"]')
    expect(start).to_have_value("0")


NAMES = {
    "h_prev": "previous hidden state, unit 1",
    "c_prev": "previous cell state, unit 1",
    "f": "forget gate, unit 1",
    "i": "input gate, unit 1",
    "g": "candidate, unit 1",
    "o": "output gate, unit 1",
    "kept": "kept, unit 1",
    "written": "written, unit 1",
    "c": " cell state, unit 1",
    "h": " hidden state, unit 1",
    "x": "input, “number”, step 2",
}


def test_every_kind_of_value_opens_and_an_input_can_be_changed(page: Page) -> None:
    open_player(page, f"{CELL}?t=2&stage=9&preset=wave")
    for signal, name in NAMES.items():
        open_by_mouse(page, signal, 0)
        expect(page.locator(".lv-drawer h3")).to_contain_text(name)
        expect(page.locator(".lv-drawer .lv-line, .lv-drawer .lv-terms").first).to_be_visible()
    field = page.locator('.lv-drawer [data-target="x"][data-index="1.0"]')
    expect(field).to_have_value("0.7")
    field.fill("0.25")
    field.press("Enter")
    page.wait_for_function("() => location.search.includes('x.1.0_0.25')")


def test_a_held_gate_says_so_and_a_value_not_yet_computed_does_not_open(page: Page) -> None:
    open_player(page, f"{CELL}?t=2&edits=clamp.f.1_1.0")
    click(page, "h", 0)
    page.wait_for_timeout(300)
    expect(page.locator(".lv.lv-open")).to_have_count(0)
    press(page, *["ArrowRight"] * 8)
    open_by_mouse(page, "f", 1)
    expect(page.locator(".lv-drawer .lv-line").first).to_contain_text("is held at 1")


def test_the_table_says_what_the_picture_shows_and_opens_a_value(page: Page) -> None:
    """By keyboard alone."""
    open_player(page, f"{CELL}?t=2&stage=4")
    page.locator(".lv-twin summary").focus()
    press(page, "Enter")
    table = page.locator(".lv-twin table")
    expect(table.locator("caption")).to_contain_text("Step 2, “friend”, after “candidate”")
    expect(table.locator('tr[data-signal="g"] button')).to_have_count(4)
    expect(table.locator('tr[data-signal="c"] td').first).to_have_text("–")
    press(page, "ArrowRight")
    expect(table.locator('tr[data-signal="kept"] button')).to_have_count(4)
    shoot(page, "table")

    press(page, *["ArrowRight"] * 4)
    expect_position(page, 1, 8)
    value = table.locator('[data-name="c"][data-k="2"]')
    trace = experiment().trace
    assert number(value.inner_text()) == pytest.approx(trace.c[1, 2], abs=5.1e-5)
    value.focus()
    press(page, "Enter")
    expect(page.locator(".lv-drawer h3")).to_contain_text("cell state, unit 3, step 2")
    expect(page.locator(".lv-close")).to_be_focused()
    press(page, "Escape")
    expect(page.locator(".lv.lv-open")).to_have_count(0)
