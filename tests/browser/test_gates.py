"""The gates at work on Mia's basket in a real browser, and the cell state's update."""

import pytest
from playwright.sync_api import Page, expect
from plotly.offline import get_plotlyjs

from lstm_viz.lesson.basket import held_open
from lstm_viz.lesson.contents import SCENES, scene
from lstm_viz.scenes.forget_gate import record as forget
from lstm_viz.scenes.forget_gate.questions import questions
from tests.browser.helpers import TEXTS, at_rest, overflow
from tests.browser.player import CELL, drawn, figure, open_player, press, resized, settled

FRAMES = 12


def test_the_forget_gate_is_predicted_summed_up_and_held_open(page: Page) -> None:
    """The whole scene by the keyboard, in at most 14 presses; its last frame is the other story."""
    run, held = forget.run(), held_open("f", forget.STORY)
    open_player(page, "/forget-gate")
    asked = {(one.t, one.stage): one for one in questions()}
    presses = 0
    for position in range(1, FRAMES):
        press(page, "ArrowRight")
        presses += 1
        if question := asked.get(divmod(position, 3)):
            expect(page.locator(".lv-sentence")).to_have_text(question.ask)
            press(page, str(question.right(run) + 1))
            presses += 1
            expect(page.locator(".lv-verdict")).to_have_text("Right.")
        expect(page.locator(".lv")).to_have_attribute("data-position", str(position))
        if position == 4:
            expect(page.locator(".lv-numbers")).to_contain_text("= −3.83")
    assert presses <= 14
    expect(page.locator(".lv-sentence")).to_contain_text(f"says {held.answer(forget.ASKED)} apples")
    settled(page)
    assert figure(page)["card text"]["text"][-1].endswith("<b>2</b>")
    page.locator(".lv-explain").click()  # where from?
    expect(page.locator(".lv-drawer-body")).to_contain_text("by itself it would be σ(−3.83)")
    press(page, "Escape")
    expect(page.locator(".lv-drawer")).to_be_hidden()
    expect(page.get_by_text("To remember.")).to_be_visible()
    following = SCENES[SCENES.index(scene("forget-gate")) + 1]
    expect(page.get_by_role("link", name=f"{following.title} →")).to_be_visible()
    at_rest(page)
    assert overflow(page) <= 0


@pytest.mark.view(viewport=(390, 844), color_scheme="dark")
def test_the_output_gate_and_the_cell_state_on_a_phone(page: Page) -> None:
    for path, sentence in (
        ("/output-gate?t=3&stage=3", "the network says 2 and 1"),
        ("/cell-state?t=5", "once for each unit"),
        ("/cell-state?t=9", "did not hold on"),
    ):
        open_player(page, path)
        expect(page.locator(".lv-sentence")).to_contain_text(sentence)
        settled(page)
        assert page.locator(".lv-plot").evaluate(TEXTS)["found"] == []
        assert overflow(page) == 0


def test_a_bar_that_is_drawn_again_is_as_long_as_before(page: Page) -> None:
    """The picture is drawn anew when the window changes; its sizes follow the window alone."""

    def lengths() -> list[float]:
        drawn(page)
        settled(page)
        found: list[float] = page.locator(".lv-plot .trace path.point").evaluate_all(
            "(paths) => paths.map((path) => path.getBoundingClientRect().width)"
        )
        return found

    open_player(page, "/forget-gate?t=3&stage=3")
    before = lengths()
    assert before
    for width in (900, 1280):
        resized(page, (width, 720))
    assert lengths() == pytest.approx(before, abs=0.5)


def test_where_plotly_finds_arrays_is_remembered_as_plotly_finds_it(page: Page) -> None:
    """The player remembers it for a kind of trace; another Plotly looks at each trace anew."""
    for path in ("/forget-gate?t=3&stage=3", CELL):
        open_player(page, path)
        kept = page.evaluate_handle("() => window.Plotly")
        page.evaluate(f"() => {{ {get_plotlyjs()}\n}}")  # as a script of its own it is refused
        found = page.evaluate(
            """(kept) => {
                const { PlotSchema } = window.Plotly;
                window.Plotly = kept;
                if (PlotSchema === kept.PlotSchema) throw new Error('it is the same Plotly');
                return document.querySelector('.lv-plot')._fullData.map((trace) =>
                    [trace._arrayAttrs, PlotSchema.findArrayAttributes(trace)]);
            }""",
            kept,
        )
        assert len(found) > 10
        for remembered, anew in found:
            assert remembered == anew
