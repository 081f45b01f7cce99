"""Edit and see: the value moves, on the same nodes, at the same stage; undo and reset."""

from typing import Any

import pytest
from playwright.sync_api import Locator, Page, TimeoutError, expect

from tests.browser.helpers import at_rest, shoot
from tests.browser.player import (
    CELL,
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


def expect_values(page: Page, edits: str, t: int, *signals: str) -> None:
    """The strips come to show what a run with these edits computes."""
    trace = experiment(f"{CELL}?edits={edits}").trace
    wanted = {
        f"{signal}.{unit}": float(value)
        for signal in signals
        for unit, value in enumerate(getattr(trace, signal)[t])
    }
    try:
        page.wait_for_function(
            """(wanted) => {
                const gd = document.querySelector('.lv-plot');
                const trace = gd.data.find((t) => t.name === 'strips');
                const shown = Object.fromEntries(
                    trace.customdata.map(([name, k], n) => [`${name}.${k}`, trace.text[n]]));
                return Object.entries(wanted).every(([cell, value]) =>
                    Math.abs(Number(shown[cell].replace('−', '-')) - value) < 0.00501);
            }""",
            arg=wanted,
        )
    except TimeoutError as late:
        raise AssertionError(f"with {edits!r} expected {wanted}, got {texts(page)}") from late


def tab(page: Page, name: str) -> None:
    page.locator(f'.lv-tab[data-tab="{name}"]').click()
    settled(page)


def editor(page: Page, name: str, path: str = f"{CELL}?t=2&stage=9") -> None:
    open_player(page, path)
    page.locator(".lv-edit").click()
    tab(page, name)


def test_every_kind_of_number_can_be_changed(page: Page) -> None:
    """One after another, each on top of those before; the place stays.

    tests/unit/player/test_editor.py: there is a field for every number; here, what one does.
    """
    editor(page, "f")
    trace = experiment().trace
    edits: list[str] = []
    for name, target, index, value, edit in [
        # Row 1 of the forget gate is row 4 + 1 of the stacked weights; “friend” is column 1.
        ("f", "weight_ih", "5.1", "-6", "W.5.1_-6.0"),
        ("x", "x", "1.0", "2", "x.1.0_2.0"),
        ("start", "c0", "0", "-2", "c0.0_-2.0"),
        ("g", "clamp", "2.0", "-1", "clamp.g.0_-1.0"),
    ]:
        tab(page, name)
        change(page, target, index, value)
        edits.append(edit)
        before, trace = trace, experiment(f"{CELL}?edits={'+'.join(edits)}").trace
        assert abs(trace.c[1] - before.c[1]).max() > 0.02 or abs(trace.h[1] - before.h[1]).max() > (
            0.02
        ), f"{edit} makes no difference that could be seen"
        expect_values(page, "+".join(edits), 1, "f", "i", "g", "o", "c", "h")
        page.wait_for_function("(edit) => location.search.includes(edit)", arg=edit)
        expect_position(page, 1, 8)
    settled(page)
    shoot(page, "edited")


@pytest.mark.view(fresh=True, reduced_motion=False)
def test_an_edit_glides_on_the_nodes_that_are_there(page: Page) -> None:
    """Nothing is drawn anew, nothing flashes, and the focus stays where it was."""
    editor(page, "f", f"{CELL}?t=2&stage=2")
    node = cell(page, "f", 1)
    before = node.evaluate(
        """(node) => {
            const plot = document.querySelector('.lv-plot');
            node.lvSame = plot.lvSame = 'yes';
            window.lvSeen = [];
            window.lvFlash = [];
            window.lvHeights = new Set();
            const look = () => {
                window.lvSeen.push([getComputedStyle(node).stroke, node.isConnected]);
                const cells = plot.querySelectorAll('.points path').length;
                let opacity = 1;
                for (let e = plot; e; e = e.parentElement) opacity *= getComputedStyle(e).opacity;
                const gone = !plot.isConnected || !cells || opacity < 1;
                if (gone) window.lvFlash.push([cells, opacity]);
                window.lvHeights.add(Math.round(plot.getBoundingClientRect().height));
                requestAnimationFrame(look);
            };
            look();
            return getComputedStyle(node).stroke;
        }"""
    )
    change(page, "bias", "5", "-4")
    expect_values(page, "b.5_-4.0", 1, "f")
    settled(page)
    after = cell(page, "f", 1).evaluate("(node) => [node.lvSame, getComputedStyle(node).stroke]")
    assert after[0] == "yes", "the strip was drawn anew"
    assert page.evaluate("document.querySelector('.lv-plot').lvSame") == "yes"
    assert after[1] != before
    seen: list[list[Any]] = page.evaluate("window.lvSeen")
    assert all(connected for _, connected in seen)
    colours = {colour for colour, _ in seen}
    assert len(colours) >= 4, f"no colours between {before} and {after[1]}: {colours}"
    assert page.evaluate("window.lvFlash") == []
    assert len(page.evaluate("[...window.lvHeights]")) == 1
    expect(page.locator('.lv-drawer [data-target="bias"][data-index="5"]')).to_be_focused()


def test_what_is_typed_into_the_drawer(page: Page) -> None:
    """Each in turn, from a cell without edits."""
    editor(page, "f")
    for look in (
        what_cannot_be_used_changes_nothing,
        undo_and_reset,
        a_whole_gate_is_held_and_let_go,
        numbers_are_read_whole_and_a_pasted_block_fills_the_table,
    ):
        look(page)


def a_whole_gate_is_held_and_let_go(page: Page) -> None:
    before = texts(page)
    page.locator('.lv-drawer [data-hold="1"][data-gate="f"]').click()
    held = "clamp.f.0_1.0+clamp.f.1_1.0+clamp.f.2_1.0+clamp.f.3_1.0"
    expect_values(page, held, 1, "f", "c", "h")
    assert [texts(page)[f"f.{k}"] for k in range(4)] == ["1.00"] * 4
    field = page.locator('.lv-drawer [data-target="clamp"][data-index="0.0"]')
    expect(field).to_have_value("1")
    page.locator('.lv-drawer [data-hold=""][data-gate="f"]').click()
    expect_values(page, "", 1, "f", "c", "h")
    assert texts(page) == before
    expect(field).to_have_value("")


def undo_and_reset(page: Page) -> None:
    undo, reset = page.locator(".lv-undo"), page.locator(".lv-reset")
    expect(undo).to_be_disabled()
    expect(reset).to_be_disabled()
    change(page, "bias", "4", "-4")
    expect_values(page, "b.4_-4.0", 1, "f")
    change(page, "bias", "5", "-3")
    expect_values(page, "b.4_-4.0+b.5_-3.0", 1, "f")
    undo.click()
    expect_values(page, "b.4_-4.0", 1, "f")
    expect_position(page, 1, 8)
    expect(reset).to_be_enabled()
    reset.click()
    expect_values(page, "", 1, "f")
    expect(reset).to_be_disabled()
    expect_position(page, 1, 8)
    undo.click()  # a reset can be taken back, too
    expect_values(page, "b.4_-4.0", 1, "f")
    undo.click()
    expect_values(page, "", 1, "f")
    expect(undo).to_be_disabled()


def what_cannot_be_used_changes_nothing(page: Page) -> None:
    before, drawn_before = texts(page), version(page)
    field = page.locator('.lv-drawer [data-target="bias"][data-index="4"]')
    shown = field.input_value()
    field.fill("")
    field.press("Enter")
    expect(page.locator(".lv-problem")).to_contain_text("got nothing; nothing changed")
    expect(field).to_have_value(shown)
    assert version(page) == drawn_before, "an emptied field"
    change(page, "clamp", "0.0", "=1+1")
    warning = page.locator(".lv-drawer").get_by_text("Expected a number from 0 to 1")
    expect(warning).to_contain_text("got ‘=1+1’")
    drawn(page)
    assert texts(page) == before
    press(page, "Escape", "ArrowRight")
    expect_position(page, 1, 9)
    press(page, "ArrowLeft")
    page.locator(".lv-edit").click()


def numbers_are_read_whole_and_a_pasted_block_fills_the_table(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])

    def field(target: str, index: str) -> Locator:
        return page.locator(f'.lv-drawer [data-target="{target}"][data-index="{index}"]')

    def paste(target: str, index: str, text: str) -> None:
        page.evaluate("(text) => navigator.clipboard.writeText(text)", text)
        field(target, index).click()
        press(page, "Control+a", "Control+v", "Enter")

    paste("bias", "6", "≈ −1.2345678")
    expect(field("bias", "6")).to_have_value("-1.2345678")
    paste("weight_ih", "4.1", "1\t−2\r\n0,25\t4\r\n")
    for index, shown in {"4.1": "1", "5.1": "-2", "4.2": "0.25", "5.2": "4"}.items():
        expect(field("weight_ih", index)).to_have_value(shown)
    press(page, "Escape")
    page.locator(".lv-edit").click()
    undone = field("weight_ih", "5.2")
    page.locator(".lv-undo").click()
    expect(undone).not_to_have_value("4")  # a block is one change
    problem = page.locator(".lv-problem")
    for index, pasted, said in [
        ("6.2", "1\t2\t3\n4\t5\t6", "at most 2 × 2 numbers from this field"),
        ("4.0", "1\tx\n3\t4", "got ‘x’"),
    ]:  # fmt: skip
        before = field("weight_hh", index).input_value()
        paste("weight_hh", index, pasted)
        expect(problem).to_contain_text(said)
        expect(field("weight_hh", index)).to_have_value(before)
    # What is marked or being typed in another field stays so while a refusal comes.
    field("bias", "4").fill("abc")
    press(page, "Tab")
    expect(problem).to_contain_text("got ‘abc’")
    page.keyboard.type("1.25")
    expect(field("bias", "5")).to_have_value("1.25")
    field("bias", "4").fill("abcd")
    press(page, "Tab", "Control+a")
    page.keyboard.type("7.25")
    expect(problem).to_contain_text("got ‘abcd’")
    expect(field("bias", "5")).to_have_value("7.25")
    press(page, "Tab")
    page.wait_for_function("() => location.search.includes('b.5_7.25')")


# From now on what Python sends is unpacked only when `lvGo` is called.
_HOLD_UP = """() => {
    const { json } = Response.prototype;
    const go = new Promise((done) => { window.lvGo = done; });
    Response.prototype.json = async function () {
        Response.prototype.json = json;
        window.lvCame = true;
        await go;
        return json.call(this);
    };
}"""


def test_an_edit_while_stepping_fast_loses_no_step_and_can_be_undone(page: Page) -> None:
    editor(page, "f", f"{CELL}?stage=2")
    page.evaluate(_HOLD_UP)
    change(page, "bias", "5", "-4")
    page.locator(".lv-readout").click()
    press(page, *["ArrowRight"] * 3)
    page.wait_for_function("() => window.lvCame")
    press(page, *["ArrowRight"] * 7)
    page.evaluate("() => window.lvGo()")
    expect_values(page, "b.5_-4.0", 1, "f")
    expect_position(page, 1, 1)
    # The address that the player writes is no link to follow: what can be undone stays.
    page.wait_for_function("() => location.search.includes('t=2&stage=2')")
    page.wait_for_timeout(800)
    at_rest(page)
    expect_position(page, 1, 1)
    expect(page.locator(".lv-undo")).to_be_enabled()
