"""A story that the reader can change: sentences put in by touch or typed, and taken out.

What it needs of the screen are its ``params``: the story, whether it can be changed, and the
sentence into whose cell the reader went.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import streamlit as st

from lstm_viz.inputs import InputError
from lstm_viz.lesson.own_story import code, decoded, put_in, taken_out
from lstm_viz.networks.basket_text import SENTENCES, sentences
from lstm_viz.notation import counted
from lstm_viz.ui import scene_state
from lstm_viz.ui.params import Number, Pick, Several
from lstm_viz.ui.plain_text import plain
from lstm_viz.ui.scene_state import SceneScreen

CHANGE: Final = Pick("change", ("no", "yes"), "no")
"""Whether the story can be changed."""


@dataclass(frozen=True)
class OwnStory:
    """That of the scene ``key``, which tells the story ``first`` at first."""

    key: str
    first: tuple[str, ...]
    most: int
    """Sentences."""
    again: str
    """The button that brings the first story back."""

    @property
    def told(self) -> Several:
        wanted = "sentences that the network knows"
        return Several("story", self.most, ".", decoded, code, wanted, self.first)

    @property
    def word(self) -> Number:
        """The sentence whose cell is shown; not set: the last one."""
        return Number("word", 1, self.most, None, whole=True, from_one=True, noun="sentence")

    # ---- the screen ----------------------------------------------------------------------------

    def fit(self) -> SceneScreen:
        """Have the screen tell a story, and show the cell of a sentence that there is."""
        screen = scene_state.current(self.key)
        if not screen["story"]:
            scene_state.correct(self.key, values={**screen.values, "story": self.first})
            screen = scene_state.current(self.key)
        count, word = len(screen["story"]), screen["word"]
        if word is not None and word >= count:
            has = counted(count, "sentence")
            note = f"The link says word={word + 1}; the story has {has}, so it opens at the last."
            scene_state.correct(self.key, note, values={**screen.values, "word": count - 1})
        return scene_state.current(self.key)

    def into_cell(self, number: int, **values: str) -> None:
        """Go to the cell of a sentence, at the unit that it is about."""
        story = scene_state.current(self.key)["story"]
        word = None if number == len(story) - 1 else number
        scene_state.change(self.key, word=word, **values)
        scene_state.jump(self.key, t=0, stage=0, unit=int("pear" in story[number]))

    def back(self, **values: str) -> None:
        """Back to the sentence whose cell was shown."""
        number = self.number(scene_state.current(self.key))
        scene_state.change(self.key, word=None, **values)
        scene_state.jump(self.key, t=number, stage=0)

    def number(self, screen: SceneScreen) -> int:
        """The sentence whose cell is shown."""
        word = screen["word"]
        return len(screen["story"]) - 1 if word is None else int(word)

    # ---- the row in which it is changed --------------------------------------------------------

    def show(self, screen: SceneScreen) -> None:
        changing = screen[CHANGE.name] == "yes"
        with st.container(key="story_row", horizontal=True, vertical_alignment="center"):
            self._switch(changing)
            if changing:
                self._taking_out(screen)
                self._typing()
        if changing:
            if problem := st.session_state.get(self._problem):
                st.warning(plain(problem))
            self._putting_in()

    @property
    def _typed(self) -> str:
        return f"{self.key}_typed"

    @property
    def _problem(self) -> str:
        """What is wrong with what was typed last, in a sentence."""
        return f"{self.key}_problem"

    def _switch(self, changing: bool) -> None:
        key = f"{self.key}_switch"
        st.session_state[key] = changing

        def switched() -> None:
            scene_state.change(self.key, change="yes" if st.session_state[key] else "no")
            st.session_state.pop(self._problem, None)

        st.toggle("Change the story", key=key, on_change=switched)

    def _taking_out(self, screen: SceneScreen) -> None:
        story = screen["story"]
        st.button(
            "Take this sentence out",
            key=f"{self.key}_out",
            disabled=len(story) == 1,
            on_click=self._take_out,
        )
        st.button(
            self.again,
            key=f"{self.key}_again",
            disabled=story == self.first,
            on_click=self._reset,
        )

    def _typing(self) -> None:
        with st.container(key="story_field"):
            st.text_input(
                "Or type what comes next",
                key=self._typed,
                placeholder="Or type: Mia eats an apple. How many apples?",
                label_visibility="collapsed",
                on_change=self._type,
            )

    def _putting_in(self) -> None:
        """A button for each sentence: unlike a choice, it leaves the arrows to the player."""
        with st.container(key="story_put", horizontal=True, vertical_alignment="center"):
            st.markdown("Put in next:")
            for one in SENTENCES:
                key = f"{self.key}_put_{code(one)}"
                st.button(one, key=key, on_click=self._put, args=(one,))

    def _take_out(self) -> None:
        screen = scene_state.current(self.key)
        scene_state.change(self.key, story=taken_out(screen["story"], screen.t))
        scene_state.jump(self.key, t=max(screen.t - 1, 0), stage=0)

    def _reset(self) -> None:
        scene_state.restart(self.key, story=self.first)

    def _put(self, sentence: str) -> None:
        self._insert((sentence,))

    def _type(self) -> None:
        """What was typed stays in the field unless it could be read."""
        text = st.session_state[self._typed]
        if not text:
            st.session_state.pop(self._problem, None)
            return
        try:
            found = sentences(text)
        except InputError as problem:
            st.session_state[self._problem] = str(problem)
            return
        if self._insert(found):
            st.session_state[self._typed] = ""

    def _insert(self, new: tuple[str, ...]) -> bool:
        """Whether there was room for them."""
        screen = scene_state.current(self.key)
        story, there = put_in(screen["story"], screen.t, new)
        if len(story) > self.most:
            st.session_state[self._problem] = (
                f"A story has at most {self.most} sentences here; with {len(new)} more this one "
                f"would have {len(story)}."
            )
            return False
        st.session_state.pop(self._problem, None)
        scene_state.change(self.key, story=story)
        scene_state.jump(self.key, t=there, stage=0)
        return True
