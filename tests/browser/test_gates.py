"""The gates and the cell state in a real browser: asked, worked out, and taken in hand."""

import pytest
from playwright.sync_api import Page, expect

from lstm_viz.lesson.gates import Hold, run
from lstm_viz.lesson.gates.words import change_sentence
from lstm_viz.notation import number
from tests.browser.helpers import TEXTS, at_rest, overflow
from tests.browser.player import drawn, open_player, press, settled
from tests.gate_scenes import GATE_SCENES, GATE_STAGES


def expect_place(page: Page, id: str, t: int, stage: int) -> None:
    """Both from 0."""
    position = t * len(GATE_STAGES[id]) + stage
    expect(page.locator(".lv")).to_have_attribute("data-position", str(position))


def panel(page: Page) -> str:
    return " ".join(page.locator(".lv-works").inner_text().split())


def camera(page: Page) -> str:
    transform: str = page.locator(".lv-camera").evaluate("(camera) => camera.style.transform")
    return transform


def test_the_forget_gate_is_predicted_taken_in_hand_and_predicted_again(page: Page) -> None:
    id, scene, free = "forget-gate", GATE_SCENES["forget-gate"], run()
    open_player(page, f"/{id}?part=cell")
    whole = camera(page)
    expect(page.locator(".lv-work")).to_have_count(0)
    press(page, "ArrowRight")
    expect(page.locator(".lv-work")).to_contain_text("rows 4 to 7")
    assert camera(page) != whole, "the camera has moved to the gate"
    press(page, "ArrowRight", "ArrowRight", "ArrowRight")
    expect_place(page, id, 0, 4)
    kept = page.locator(".lv-work").element_handle()
    page.locator(".lv-unit").select_option("2")
    assert f"= {number(free.trace.z_f[0, 2])}" in page.locator(".lv-numbers").inner_text()
    assert kept.evaluate("(element) => element.isConnected"), "the panel changes in place"

    page.locator(".lv-next").focus()
    press(page, "ArrowRight")
    vector = scene.questions.of(free)[0]
    expect(page.locator(".lv-sentence")).to_have_text(vector.ask)
    expect_place(page, id, 0, 4)
    press(page, str(vector.right(free) + 1))
    expect_place(page, id, 0, 5)
    expect(page.locator(".lv-verdict")).to_have_text("Right.")
    assert page.locator(".lv-rider").count() == 4

    page.wait_for_function(
        "() => location.search === '?part=cell&stage=6&unit=3'"
    )  # Python knows the place
    page.locator(f".st-key-{id}_held label").first.click()
    page.wait_for_function("() => location.search.includes('hold=0.2')")
    drawn(page)
    held = run(Hold("f", 0.2, 2))
    expect_place(page, id, 0, 5)
    expect(page.locator(".st-key-try_told")).to_contain_text("Predict")
    expect(page.locator(".lv-by-hand")).to_contain_text("held at 0.20 by hand")
    page.locator(".lv-next").focus()
    press(page, "ArrowRight")
    expect(page.locator(".lv-sentence")).to_contain_text("You hold the forget gate of unit 3")
    page.locator(".lv-marker").focus()
    press(page, "ArrowLeft", "Enter")  # the marker stood at 0
    expect_place(page, id, 0, 6)
    expect(page.locator(".lv-feedback")).to_contain_text(f"= {number(held.trace.kept[0, 2])}")
    told = change_sentence(held, scene.changes, 0, 2).replace("**", "")
    expect(page.locator(".st-key-try_told")).to_have_text(told)
    settled(page)
    page.wait_for_function("() => location.search === '?part=cell&hold=0.2&of=3&stage=7&unit=3'")


def test_the_input_gate_and_the_candidate_are_worked_out(page: Page) -> None:
    id, now = "input-gate", run()
    open_player(page, f"/{id}?part=cell&t=2&stage=3&unit=3")
    t, unit = 1, 2
    column = now.inputs.columns.index(now.tokens[t])
    assert f"that of “{now.tokens[t]}”" in panel(page)
    assert panel(page).count(number(now.cell.weight_ih[unit, column])) >= 2
    press(page, "ArrowRight")
    assert f"= {number(now.cell.weight_hh[unit] @ now.trace.h_prev[t])}" in panel(page)
    press(page, "ArrowRight", "ArrowRight", "ArrowRight")  # … to the candidate's sum, asked
    shut = next(q for q in GATE_SCENES[id].questions.of(now) if q.id == "shut")
    expect(page.locator(".lv-sentence")).to_have_text(shut.ask)
    press(page, "1")
    expect(page.locator(".lv-verdict")).to_have_text("Not so.")
    expect(page.locator(".lv-feedback")).to_contain_text("The two gates have weights of their own")
    assert "Rows 8 to 11" in panel(page)


@pytest.mark.view(viewport=(390, 844), touch=True, color_scheme="dark")
def test_the_output_gate_on_a_phone(page: Page) -> None:
    id, now = "output-gate", run()
    open_player(page, f"/{id}?part=cell&t=2&stage=7&unit=4")
    page.locator(".lv-next").click()
    expect(page.locator(".lv-sentence")).to_contain_text("Where will its h land?")
    page.locator(".lv-next").click()
    expect_place(page, id, 1, 7)
    assert number(now.trace.h[1, 3]) in panel(page)
    page.locator(".lv-next").click()
    expect(page.locator(".lv-sentence")).to_contain_text(number(now.trace.c[1, 3]))
    at_rest(page)
    settled(page)
    for stage in range(1, len(GATE_STAGES[id]) + 1):
        page.locator(".lv-prev").click()
        works, inner = page.locator(".lv-works"), "(works) => works.scrollWidth - works.clientWidth"
        assert works.evaluate(inner) <= 0, f"the panel fits, {stage} back"
    assert overflow(page) == 0
    settled(page)
    assert page.locator(".lv-plot").evaluate(TEXTS)["found"] == []


def test_a_gate_scene_begins_with_the_gate_at_work_in_a_story(page: Page) -> None:
    open_player(page, "/forget-gate")
    expect(page.locator(".lv-ribbon button")).to_have_count(4)
    press(page, *["ArrowRight"] * 7)  # past a question, to where the basket is emptied
    expect(page.locator(".lv-title")).to_contain_text("What is there")
    press(page, "ArrowRight")
    expect(page.locator(".lv-sentence")).to_contain_text("How far open will the forget gate")
    press(page, "3")
    expect(page.locator(".lv-verdict")).to_have_text("Right.")
    press(page, "ArrowRight")
    expect(page.locator(".lv-sentence")).to_contain_text("A gate near 0 lets go.")
    at_rest(page)
    assert overflow(page) <= 0
    page.get_by_role("radio", name="In the cell").or_(
        page.get_by_role("button", name="In the cell")
    ).click()
    page.wait_for_function("() => location.search.includes('part=cell')")
    drawn(page)
    expect(page.locator(".lv-ribbon button")).to_have_count(6)


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
        page.set_viewport_size({"width": width, "height": 720})
        page.wait_for_timeout(400)
    assert lengths() == pytest.approx(before, abs=0.5)
