"""The start page: the story and what the reader makes of it, the cell, and the map below."""

from __future__ import annotations

import streamlit as st

from lstm_viz.lesson.word_row import word_row
from lstm_viz.player import payload, questions_payload
from lstm_viz.player.board import board_payload
from lstm_viz.player.contract import AnyFilm, Board
from lstm_viz.scenes.start.picture.cell import STAGES, components
from lstm_viz.scenes.start.picture.story import story_board
from lstm_viz.scenes.start.questions import cell_questions, story_questions
from lstm_viz.scenes.start.record.story import (
    MOST,
    SENTENCES,
    STORY,
    code,
    decoded,
    put_in,
    step,
    taken_out,
)
from lstm_viz.scenes.start.record.typed import UnknownSentenceError, sentences
from lstm_viz.scenes.start.words.around import (
    CELL_OPENING,
    ENDING,
    MEASURED_TITLE,
    OPENING,
    measured,
)
from lstm_viz.scenes.start.words.story import KINDS
from lstm_viz.tasks.basket import WORDS
from lstm_viz.ui import lesson_map, lesson_page, scene_state
from lstm_viz.ui.films import made
from lstm_viz.ui.params import Number, Pick, Several
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen

KEY = "start"
PART = Pick("part", ("story", "cell"), "story")
TOLD = Several("story", MOST, ".", decoded, code, "sentences that the network knows", STORY)
WORD = Number("word", 1, MOST, None, whole=True, from_one=True, noun="sentence")
"""The sentence whose cell is shown; not set: the last one."""
CHANGE = Pick("change", ("no", "yes"), "no")
"""Whether the story can be changed."""
PARAMS = (PART, TOLD, WORD, CHANGE)

PUT, TYPED = f"{KEY}_put", f"{KEY}_typed"
PROBLEM = f"{KEY}_problem"
"""What is wrong with what was typed last, in a sentence."""


def page() -> None:
    screen = _begin()
    in_cell = screen[PART.name] == "cell"
    with st.container(key=f"{KEY}_change"):  # always, so that the player keeps its place
        if not in_cell:
            _changing(screen)
    with st.container(key=f"{KEY}_player"):
        if in_cell:
            _show_cell(screen)
        else:
            _show_story(screen)
    with st.expander(MEASURED_TITLE):
        st.markdown(measured())
    st.header("The lesson", anchor="lesson")
    lesson_map.show()
    lesson_page.end(KEY, ENDING)


def story_film(story: tuple[str, ...]) -> Board:
    """What the player is handed on a story."""
    row = word_row(story)
    drawing = f"{len(row)} sentences"
    questions = questions_payload(story_questions(row), row)
    return board_payload(story_board(row), questions=questions, drawing=drawing)


def cell_film(story: tuple[str, ...], number: int) -> AnyFilm:
    """What the player is handed on the cell at the word of a sentence."""
    row = word_row(story)
    return payload(
        components(step(row, number), token=row.columns[number].label, columns=WORDS),
        weights=row.basket.cell.parameters,
        unit_labels=KINDS,
        questions=questions_payload(cell_questions(row), row),
        overview=False,
        ribbon="stages",
    )


# ---- the screen --------------------------------------------------------------------------------


def _begin() -> SceneScreen:
    """The heading, and the screen with what a link says of it."""
    opened = scene_state.follow(KEY, PARAMS, steps=MOST, stages=len(STAGES), units=len(KINDS))
    screen = scene_state.current(KEY)
    if not screen[TOLD.name]:
        scene_state.correct(KEY, values={**screen.values, TOLD.name: STORY})
    if opened and screen.stage and screen[PART.name] == "story":  # a link from before the story
        scene_state.correct(KEY, values={**screen.values, PART.name: "cell"})
    screen = _fitted(scene_state.current(KEY))
    opening = CELL_OPENING if screen[PART.name] == "cell" else OPENING
    return lesson_page.begin(KEY, opening, PARAMS, steps=MOST, stages=len(STAGES), units=len(KINDS))


def _fitted(screen: SceneScreen) -> SceneScreen:
    """The screen within its story."""
    sentences = len(screen[TOLD.name])
    word = screen[WORD.name]
    if word is not None and word >= sentences:
        note = (
            f"The link says word={word + 1}; the story has {sentences} sentences, so it opens at "
            "the last."
        )
        scene_state.correct(KEY, note, values={**screen.values, WORD.name: None})
    in_cell = screen[PART.name] == "cell"
    return scene_state.within(
        KEY,
        {
            "t": (1, "step") if in_cell else (sentences, "sentence"),
            "stage": (len(STAGES) if in_cell else 1, "stage"),
        },
    )


def _show_story(screen: SceneScreen) -> None:
    lesson_page.play(
        KEY,
        made(story_film, screen[TOLD.name]),
        screen,
        PARAMS,
        tells=screen[CHANGE.name] == "yes",
        into="Look inside",
        act=_act,
    )


def _show_cell(screen: SceneScreen) -> None:
    packed = made(cell_film, screen[TOLD.name], _word(screen))
    lesson_page.play(KEY, packed, screen, PARAMS, back="The story", act=_act)


def _word(screen: SceneScreen) -> int:
    """The number of the sentence whose cell is shown."""
    word = screen[WORD.name]
    return len(screen[TOLD.name]) - 1 if word is None else int(word)


def _act(action: str) -> None:
    """Into the cell at the word on screen, and back to that word."""
    screen = scene_state.current(KEY)
    if action.startswith("into:"):
        number = int(action.removeprefix("into:"))
        last = len(screen[TOLD.name]) - 1
        scene_state.change(KEY, part="cell", word=None if number == last else number)
        scene_state.jump(KEY, t=0, stage=0, unit=_unit(screen, number))
    elif action == "back":
        scene_state.change(KEY, part="story", word=None)
        scene_state.jump(KEY, t=_word(screen), stage=0)


def _unit(screen: SceneScreen, number: int) -> int:
    """That of the fruit that the sentence is about, or else the first."""
    return int("pear" in screen[TOLD.name][number])


# ---- changing the story ------------------------------------------------------------------------


def _changing(screen: SceneScreen) -> None:
    changing = screen[CHANGE.name] == "yes"
    with st.container(key="try", horizontal=True, vertical_alignment="center"):
        _switch(changing)
        if changing:
            _taking_out(screen)
            _typing()
    if changing:
        if problem := st.session_state.get(PROBLEM):
            st.warning(plain(problem))
        _putting_in()


def _switch(changing: bool) -> None:
    key = f"{KEY}_switch"
    st.session_state[key] = changing

    def switched() -> None:
        scene_state.change(KEY, change="yes" if st.session_state[key] else "no")
        st.session_state.pop(PROBLEM, None)

    st.toggle("Change the story", key=key, on_change=switched)


def _taking_out(screen: SceneScreen) -> None:
    story = screen[TOLD.name]
    st.button(
        "Take this sentence out",
        key=f"{KEY}_out",
        disabled=len(story) == 1,
        on_click=_take_out,
    )
    st.button("Mia’s first day again", key=f"{KEY}_again", disabled=story == STORY, on_click=_reset)


def _typing() -> None:
    with st.container(key=f"{KEY}_field"):
        st.text_input(
            "Or type what comes next",
            key=TYPED,
            placeholder="Or type: Mia eats an apple. How many apples?",
            label_visibility="collapsed",
            on_change=_type,
        )


def _putting_in() -> None:
    """A button for each sentence there is: unlike a choice, it leaves the arrows to the player."""
    with st.container(key=PUT, horizontal=True, vertical_alignment="center"):
        st.markdown("Put in next:")
        for one in SENTENCES:
            st.button(one, key=f"{PUT}_{code(one)}", on_click=_put, args=(one,))


def _take_out() -> None:
    screen = scene_state.current(KEY)
    scene_state.change(KEY, story=taken_out(screen[TOLD.name], screen.t))
    scene_state.jump(KEY, t=max(screen.t - 1, 0), stage=0)


def _reset() -> None:
    scene_state.change(KEY, story=STORY)
    scene_state.jump(KEY, t=0, stage=0)


def _put(sentence: str) -> None:
    _insert((sentence,))


def _type() -> None:
    """What was typed stays in the field unless it could be read."""
    text = st.session_state[TYPED]
    if not text:
        st.session_state.pop(PROBLEM, None)
        return
    try:
        found = sentences(text)
    except UnknownSentenceError as problem:
        st.session_state[PROBLEM] = str(problem)
        return
    if _insert(found):
        st.session_state[TYPED] = ""


def _insert(new: tuple[str, ...]) -> bool:
    """Whether there was room for them."""
    screen = scene_state.current(KEY)
    story, there = put_in(screen[TOLD.name], screen.t, new)
    if len(story) > MOST:
        st.session_state[PROBLEM] = (
            f"A story has at most {MOST} sentences; with {len(new)} more this one would have "
            f"{len(story)}."
        )
        return False
    st.session_state.pop(PROBLEM, None)
    scene_state.change(KEY, story=story)
    scene_state.jump(KEY, t=there, stage=0)
    return True
