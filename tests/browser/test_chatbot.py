"""Chatbot in a real browser: a line is typed, its reply stepped through, the cell and attention."""

from collections.abc import Callable

from playwright.sync_api import Page, expect

from lstm_viz.networks.chat.words import written
from lstm_viz.scenes.chatbot.record import Settings, Talk, talk, words_of
from tests.browser.helpers import open_app, overflow
from tests.browser.player import drawn, press, type_in
from tests.browser.test_accessible import violations

LINE, OTHER = "Do you like zyxomma?", "Do you like music?"


def answered(*, attends: bool) -> Talk:
    return talk(Settings(words_of(LINE), words_of(OTHER), attends, False))


def test_a_line_is_answered_word_by_word_and_looked_into(tab: Callable[..., Page]) -> None:
    page = tab(viewport=(390, 844), color_scheme="dark")
    open_app(page, f"/chatbot?other={OTHER.replace(' ', '%20')}")
    drawn(page)
    title, sentence = page.locator(".lv-title"), page.locator(".lv-sentence")
    type_in(page, "chatbot_line", LINE)
    expect(sentence).to_contain_text("“zyxomma” is not among the")
    assert violations(page) == [] and overflow(page) == 0

    found = answered(attends=False)
    page.evaluate("() => document.activeElement.blur()")
    for word in found.heard.words:
        press(page, "ArrowRight")
        expect(title).to_have_text(f"It reads “{word}”")
    press(page, "ArrowRight", "ArrowRight")
    expect(title).to_have_text("This is all that is handed over")
    for word in found.said.reply[:2]:
        press(page, "ArrowRight")
        expect(title).to_have_text(f"It says “{word}”")
    readout = page.locator(".lv-readout").inner_text()

    press(page, "z")
    expect(title).to_contain_text("Inputs arrive")
    first = min(2, len(found.said.words))
    expect(page.locator(".lv-readout")).to_contain_text(f"step {first} of {len(found.said.words)}")
    press(page, "Escape")
    expect(page.locator(".lv-readout")).to_have_text(readout)

    page.get_by_role("radio", name="With attention").click()
    reply = written(answered(attends=True).said.reply)
    expect(title).to_have_text(f"It says: “{reply}”")
    page.evaluate("() => document.activeElement.blur()")
    press(page, "End")
    expect(title).to_have_text("How good is it?")
    press(page, "ArrowLeft")
    expect(title).to_have_text("Where it looked")
    assert "network=attention" in page.url and "line=Do+you+like+zyxomma" in page.url
    assert violations(page) == [] and overflow(page) == 0
