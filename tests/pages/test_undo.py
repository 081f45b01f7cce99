"""Undo and reset, through the session state that the page works with."""

from streamlit.testing.v1 import AppTest

from lstm_viz.ui.scene_state import SceneScreen
from tests.pages.helpers import assert_shows, handed, open_at, run_of, screen_of, sound


def session() -> AppTest:
    """A script that does to the session what its widgets say, in callbacks as the page does."""

    def script() -> None:
        import streamlit as st

        from lstm_viz.scenes.step_through.controls import state
        from lstm_viz.scenes.step_through.controls.params import KEY
        from lstm_viz.scenes.step_through.edits import Edit
        from lstm_viz.scenes.step_through.record import with_edits, with_text
        from lstm_viz.ui import scene_state

        def do(what: str) -> None:
            setup = state.setup_now()
            actions = {
                "bias": lambda: state.change(with_edits(setup, [Edit("bias", (0,), 2.0)])),
                "clamp": lambda: state.change(with_edits(setup, [Edit("clamp", (0, 1), 1.0)])),
                "free": lambda: state.change(with_edits(setup, [Edit("clamp", (0, 1), None)])),
                "text": lambda: state.change(with_text(setup, "sentence", "one two"), restart=True),
                "bad": lambda: state.change(with_text(setup, "sentence", " ")),
                "walk": lambda: scene_state.moved(KEY, {"t": 1, "stage": 4, "unit": 2}),
                "undo": state.undo,
                "reset": state.reset,
                "same": lambda: state.change(setup),
            }
            actions[what]()

        state.open_screen()
        for what in ["bias", "clamp", "free", "text", "bad", "walk", "undo", "reset", "same"]:
            st.button(what, key=what, on_click=do, args=(what,))

    at = AppTest.from_function(script, default_timeout=30)
    at.query_params["preset"] = "friend"
    return sound(at.run())


def do(at: AppTest, *actions: str) -> SceneScreen:
    for action in actions:
        at.button(key=action).click()
        sound(at.run())
    return screen_of(at)


def undoable(at: AppTest) -> int:
    return len(at.session_state["history"])


def test_undo_takes_back_one_change_at_a_time() -> None:
    at = session()
    first = screen_of(at)
    one = do(at, "bias")
    two = do(at, "clamp")
    assert undoable(at) == 2
    assert len(two["edits"]) == 2
    assert do(at, "undo") == one
    assert do(at, "undo") == first
    assert undoable(at) == 0
    assert do(at, "undo") == first


def test_a_gate_that_is_let_go_leaves_nothing_behind() -> None:
    at = session()
    first = screen_of(at)
    assert do(at, "clamp", "free") == first
    assert undoable(at) == 2


def test_walking_is_no_change_to_undo_and_undo_does_not_walk() -> None:
    at = session()
    first = do(at, "walk")
    do(at, "bias")
    assert undoable(at) == 1
    assert do(at, "undo") == first
    assert (first.t, first.stage, first.unit) == (1, 4, 2)


def test_a_change_that_changes_nothing_is_none() -> None:
    at = session()
    do(at, "same", "bias", "bias", "same")
    assert undoable(at) == 1


def test_what_cannot_be_run_changes_nothing_and_says_why() -> None:
    at = session()
    one = do(at, "bias")
    assert do(at, "bad") == one
    assert undoable(at) == 1
    assert at.session_state["problem"].startswith("Expected a sentence")
    do(at, "undo")
    assert at.session_state["problem"] is None


def test_reset_goes_back_to_the_preset_where_the_reader_is_and_can_be_undone() -> None:
    at = session()
    first = screen_of(at)
    changed = do(at, "bias", "clamp", "walk")
    back = do(at, "reset")
    assert back["edits"] == ()
    assert (back.t, back.stage, back.unit) == (1, 4, 2)
    assert (back["text"], back["seed"]) == (first["text"], first["seed"])
    assert do(at, "undo") == changed


def test_undoing_another_text_jumps_to_where_that_screen_was() -> None:
    at = session()
    do(at, "walk")
    jumps = at.session_state["step-through_jumps"]
    shorter = do(at, "text")
    assert (shorter.t, shorter.stage) == (0, 0)
    assert at.session_state["step-through_jumps"] == jumps + 1
    back = do(at, "undo")
    assert (back.t, back.stage) == (1, 4)
    assert at.session_state["step-through_jumps"] == jumps + 2


def test_history_does_not_grow_without_end() -> None:
    at = session()
    for _ in range(60):
        do(at, "clamp", "free")
    assert undoable(at) == 100


def test_the_page_offers_undo_and_reset_when_there_is_something_to_undo() -> None:
    at = open_at(preset="friend")
    assert not handed(at)["canUndo"]
    assert not handed(at)["canReset"]
    at.text_input(key="seed").set_value("5")
    sound(at.run())
    assert handed(at)["canUndo"]
    assert handed(at)["canReset"]


def test_changing_weights_keeps_the_place_and_another_text_starts_afresh() -> None:
    at = open_at(t="3", stage="5")
    before = handed(at)["at"]
    at.text_input(key="hidden_size").set_value("3")
    sound(at.run())
    assert handed(at)["at"] == before
    at.text_input(key="text").set_value("one two")
    sound(at.run())
    after = handed(at)["at"]
    assert (after["t"], after["stage"]) == (0, 0)
    assert after["id"] != before["id"]


def test_what_a_change_leaves_of_earlier_edits() -> None:
    """Other weights: only what was changed about the weights goes."""
    at = open_at(edits="b.0_2.0 x.0.0_0.5 c0.1_1.0")
    at.text_input(key="seed").set_value("5")
    sound(at.run())
    assert_shows(at, run_of(seed="5", edits="x.0.0_0.5 c0.1_1.0"))
