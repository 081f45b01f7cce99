"""Edit and see: the value moves, on the same nodes, at the same stage; undo and reset."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.browser.helpers import shoot
from tests.browser.player import (
    cell,
    drawn,
    expect_position,
    experiment,
    open_player,
    press,
    settled,
    texts,
    version,
)


def change(page: Page, target: str, index: str, value: str) -> None:
    """Write into a field of the drawer, Enter."""
    field = page.locator(f'.lv-drawer [data-target="{target}"][data-index="{index}"]')
    field.fill(value)
    field.press("Enter")


def expect_values(page: Page, path: str, t: int, *signals: str) -> None:
    """The strips come to show what a run of this link computes."""
    trace = experiment(path).trace
    for signal in signals:
        for unit, value in enumerate(getattr(trace, signal)[t]):
            page.wait_for_function(
                """([cell, value]) => {
                    const gd = document.querySelector('.lv-plot');
                    const trace = gd.data.find((t) => t.name === 'strips');
                    const [name, k] = cell.split('.');
                    const is = (d) => d[0] === name && d[1] === Number(k);
                    const n = trace.customdata.findIndex(is);
                    return Math.abs(Number(trace.text[n].replace('−', '-')) - value) < 0.00501;
                }""",
                arg=[f"{signal}.{unit}", float(value)],
            )


def editor(page: Page, tab: str, path: str = "/?t=2&stage=9") -> None:
    open_player(page, path)
    page.locator(".lv-edit").click()
    page.locator(f'.lv-tab[data-tab="{tab}"]').click()
    settled(page)


def test_a_weight_moves_the_values_at_the_same_stage(page: Page) -> None:
    editor(page, "f")
    # Row 1 of the forget gate is row 4 + 1 of the stacked weights; “friend” is column 1.
    change(page, "weight_ih", "5.1", "-6")
    expect_values(page, "/?edits=W.5.1_-6.0", 1, "f", "c", "h")
    expect_position(page, 1, 8)
    expect(page).to_have_url(re.compile(r"edits=W\.5\.1_-6\.0"))
    shoot(page, "edited")


def test_an_edit_glides_on_the_nodes_that_are_there(page: Page) -> None:
    editor(page, "f", "/?t=2&stage=2")
    node = cell(page, "f", 1)
    before = node.evaluate(
        """(node) => {
            node.lvSame = document.querySelector('.lv-plot').lvSame = 'yes';
            window.lvSeen = [];
            const look = () => {
                window.lvSeen.push([getComputedStyle(node).stroke, node.isConnected]);
                requestAnimationFrame(look);
            };
            look();
            return getComputedStyle(node).stroke;
        }"""
    )
    change(page, "bias", "5", "-4")
    expect_values(page, "/?edits=b.5_-4.0", 1, "f")
    settled(page)
    after = cell(page, "f", 1).evaluate("(node) => [node.lvSame, getComputedStyle(node).stroke]")
    assert after[0] == "yes", "the strip was drawn anew"
    assert page.evaluate("document.querySelector('.lv-plot').lvSame") == "yes"
    assert after[1] != before
    seen: list[list[Any]] = page.evaluate("window.lvSeen")
    assert all(connected for _, connected in seen)
    colours = {colour for colour, _ in seen}
    assert len(colours) >= 4, f"no colours between {before} and {after[1]}: {colours}"


def test_nothing_flashes_while_an_edit_is_computed(page: Page) -> None:
    editor(page, "f")
    page.evaluate(
        """() => {
            window.lvFlash = [];
            const plot = document.querySelector('.lv-plot');
            const look = () => {
                const box = plot.getBoundingClientRect();
                const cells = plot.querySelectorAll('.points path').length;
                let opacity = 1;
                for (let e = plot; e; e = e.parentElement) opacity *= getComputedStyle(e).opacity;
                const gone = !plot.isConnected || !cells || opacity < 1;
                if (gone) window.lvFlash.push([cells, opacity]);
                window.lvHeights ??= new Set();
                window.lvHeights.add(Math.round(box.height));
                requestAnimationFrame(look);
            };
            look();
        }"""
    )
    change(page, "bias", "5", "-4")
    expect_values(page, "/?edits=b.5_-4.0", 1, "f")
    settled(page)
    assert page.evaluate("window.lvFlash") == []
    assert len(page.evaluate("[...window.lvHeights]")) == 1


@pytest.mark.parametrize(
    ("tab", "target", "index", "value", "edit"),
    [
        ("i", "weight_hh", "0.2", "3", "U.0.2_3.0"),
        ("o", "bias", "13", "-2.5", "b.13_-2.5"),
        ("x", "x", "1.0", "2", "x.1.0_2.0"),
        ("start", "h0", "3", "0.5", "h0.3_0.5"),
        ("start", "c0", "0", "-2", "c0.0_-2.0"),
        ("f", "clamp", "0.2", "1", "clamp.f.2_1.0"),
        ("g", "clamp", "2.0", "-1", "clamp.g.0_-1.0"),
    ],
    ids=["U", "b", "x", "h0", "c0", "clamp f", "clamp g"],
)
def test_every_number_can_be_changed(
    page: Page, tab: str, target: str, index: str, value: str, edit: str
) -> None:
    editor(page, tab)
    change(page, target, index, value)
    expect_values(page, f"/?edits={edit}", 1, "f", "i", "g", "o", "c", "h")
    expect(page).to_have_url(re.compile(re.escape(f"edits={edit}")))


def test_a_whole_gate_is_held_and_let_go(page: Page) -> None:
    editor(page, "f")
    before = texts(page)
    page.locator('.lv-drawer [data-hold="1"][data-gate="f"]').click()
    held = "clamp.f.0_1.0+clamp.f.1_1.0+clamp.f.2_1.0+clamp.f.3_1.0"
    expect_values(page, f"/?edits={held}", 1, "f", "c", "h")
    assert [texts(page)[f"f.{k}"] for k in range(4)] == ["+1.00"] * 4
    field = page.locator('.lv-drawer [data-target="clamp"][data-index="0.0"]')
    expect(field).to_have_value("1")
    page.locator('.lv-drawer [data-hold=""][data-gate="f"]').click()
    expect_values(page, "/", 1, "f", "c", "h")
    assert texts(page) == before
    expect(field).to_have_value("")


def test_undo_and_reset(page: Page) -> None:
    editor(page, "f")
    undo, reset = page.locator(".lv-undo"), page.locator(".lv-reset")
    expect(undo).to_be_disabled()
    expect(reset).to_be_disabled()
    change(page, "bias", "4", "-4")
    expect_values(page, "/?edits=b.4_-4.0", 1, "f")
    change(page, "bias", "5", "-3")
    expect_values(page, "/?edits=b.4_-4.0+b.5_-3.0", 1, "f")
    undo.click()
    expect_values(page, "/?edits=b.4_-4.0", 1, "f")
    expect_position(page, 1, 8)
    undo.click()
    expect_values(page, "/", 1, "f")
    expect(undo).to_be_disabled()
    change(page, "bias", "6", "-2")
    expect_values(page, "/?edits=b.6_-2.0", 1, "f")
    expect(reset).to_be_enabled()
    reset.click()
    expect_values(page, "/", 1, "f")
    expect(reset).to_be_disabled()
    expect_position(page, 1, 8)
    undo.click()  # a reset can be taken back, too
    expect_values(page, "/?edits=b.6_-2.0", 1, "f")


@pytest.mark.parametrize("value", ["9e9", "-2"])
def test_a_gate_cannot_be_held_outside_its_range(page: Page, value: str) -> None:
    editor(page, "f")
    before = texts(page)
    change(page, "clamp", "0.0", value)
    expect(page.locator(".lv-drawer")).to_contain_text("Expected a number from 0 to 1")
    drawn(page)
    assert texts(page) == before
    press(page, "Escape")
    press(page, "ArrowRight")
    expect_position(page, 1, 9)


def test_an_emptied_field_comes_back(page: Page) -> None:
    editor(page, "f")
    before = version(page)
    field = page.locator('.lv-drawer [data-target="bias"][data-index="4"]')
    shown = field.input_value()
    field.fill("")
    field.press("Enter")
    expect(field).to_have_value(shown)
    assert version(page) == before


def test_an_edit_while_stepping_fast_loses_no_step(page: Page) -> None:
    editor(page, "f", "/?stage=2")
    change(page, "bias", "5", "-4")
    page.locator(".lv-title").click()
    press(page, *["ArrowRight"] * 10)
    expect_values(page, "/?edits=b.5_-4.0", 1, "f")
    expect_position(page, 1, 1)
    page.wait_for_timeout(800)
    expect_position(page, 1, 1)


def test_the_focus_stays_in_the_field_that_was_changed(page: Page) -> None:
    editor(page, "f")
    change(page, "bias", "5", "-4")
    expect_values(page, "/?edits=b.5_-4.0", 1, "f")
    expect(page.locator('.lv-drawer [data-target="bias"][data-index="5"]')).to_be_focused()


def test_editing_with_reduced_motion_jumps(new_page: Callable[..., Page]) -> None:
    page = new_page(reduced_motion=True)
    editor(page, "f")
    change(page, "bias", "5", "-4")
    expect_values(page, "/?edits=b.5_-4.0", 1, "f")
