"""What is set and what is pressed right after it are both taken; nothing comes back by itself."""

from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from streamlit.runtime.state import SafeSessionState, SessionState

from lstm_viz.ui import callbacks
from lstm_viz.ui.callbacks import take_whole


class BrokenOffError(Exception):
    """What Streamlit raises in a callback when the browser asks for another run."""


def test_a_callback_runs_to_its_end(monkeypatch):
    take_whole()
    asked = []

    def breaks_off():
        if asked:
            raise BrokenOffError

    state = SafeSessionState(SessionState(), breaks_off)

    def callback(*_, **__):
        asked.append("another run")
        state["number"] = 5

    monkeypatch.setattr(SessionState, "on_script_will_rerun", callback)
    state.on_script_will_rerun(None)
    asked.clear()
    assert state["number"] == 5


def test_what_the_browser_repeats_right_after_a_run_or_with_a_press_is_no_news(monkeypatch):
    take_whole()
    taken, now = [], 0.0
    monkeypatch.setattr(callbacks, "monotonic", lambda: now)
    monkeypatch.setattr(
        SessionState,
        "on_script_will_rerun",
        lambda _, fresh, **__: taken.append({one.id for one in fresh.widgets}),
    )
    state = SafeSessionState(SessionState(), lambda: None)

    def report(press=True, **values):
        widgets = [WidgetState(id=id, string_value=value) for id, value in values.items()]
        if press:
            widgets.append(WidgetState(id="press", trigger_value=True))
        state.on_script_will_rerun(WidgetStates(widgets=widgets))
        state.on_script_finished(frozenset())
        return taken[-1] - {"press"}

    assert report(units="16", preset="one") == {"units", "preset"}
    assert report(units="5", preset="one") == {"units"}
    now += callbacks.SETTLES / 2
    assert report(units="5", preset="one") == set(), "the code has set another preset meanwhile"
    now += 2 * callbacks.SETTLES
    assert report(units="5", preset="one") == set(), "the browser may be slow"
    assert all("press" in ids for ids in taken), "a press may well come twice"
    set_back = report(press=False, units="5", preset="one")
    assert set_back == set(), "right after a run"
    now += 2 * callbacks.SETTLES
    set_back = report(press=False, units="5", preset="one")
    assert set_back == {"units", "preset"}, "the reader may set it back"
