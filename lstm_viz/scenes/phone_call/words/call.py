"""The phone call: a friend rings while you think of something else.

The network is ``lstm_viz.networks.phone_call``: a unit a thought, a step a moment.  Every number
in a sentence is put in from the run; what else it says is checked against the run by a test.
"""

from __future__ import annotations

from lstm_viz.networks.phone_call import THOUGHTS
from lstm_viz.scenes.phone_call.words.story import Beat, Story

SHOPPING, SONG, EXAM, BIRTHDAY, SATURDAY, ANSWER = range(len(THOUGHTS))

BEFORE = "before the call"
"""The moment that the network reads first; its thoughts are there when the phone rings."""
STORY = Story(
    units=THOUGHTS,
    quoted=(THOUGHTS[ANSWER],),
    beats=(
        Beat(
            word="ring",
            label="the phone rings",
            heard="ring, ring!",
            said="",
            told=(
                "Before it rings, four thoughts are on your mind, among them the shopping list, at "
                "{c_prev:shopping list}: that is the cell state. Now it rings, and all of them "
                "fade a little: the forget gate keeps {f:shopping list|%} of the list.",
                "A ring gives you nothing to think about: the input gate lets in {i:a song|%}. So "
                "your thoughts are the old ones, somewhat paler: the song went from "
                "{c_prev:a song} to {c:a song}. The candidate, what could be written, is always "
                "the thought itself here, set by hand; a trained network makes a new one at every "
                "word.",
                "You have not answered yet, so you say nothing: the output gate shows "
                "{o:a song|%} of the song.",
            ),
            speaks=(SHOPPING, SONG, SONG),
        ),
        Beat(
            word="hello",
            label="“Hi, it’s Ana!”",
            heard="“Hi, it’s Ana!”",
            said="",
            told=(
                "You put aside what has nothing to do with Ana: of the song the forget gate keeps "
                "{f:a song|%}. Her birthday stays on your mind.",
                "Her voice reminds you of the birthday once more: {written:Ana’s birthday} is "
                "written on top, and it stands at {c:Ana’s birthday}. You keep it to yourself.",
                "You keep it to yourself for now: the output gate shows {o:Ana’s birthday|%} of "
                "it.",
            ),
            speaks=(SONG, BIRTHDAY, BIRTHDAY),
            news=(0, 1),
        ),
        Beat(
            word="saturday",
            label="“Come on Saturday?”",
            heard="“Will you come on Saturday?”",
            said="",
            told=(
                "The birthday has to do with her, so it stays: the forget gate keeps "
                "{f:Ana’s birthday|%} of it.",
                "You take in what she says: the input gate opens for Saturday, {i:Saturday|%}, and "
                "now it is at {c:Saturday}. An answer begins to stir, too, but she is still "
                "talking, so you listen.",
                "She is still talking, so you listen: the output gate shows {o:Saturday|%} of "
                "Saturday.",
            ),
            speaks=(BIRTHDAY, SATURDAY, SATURDAY),
            news=(1,),
        ),
        Beat(
            word="think",
            label="you think",
            heard="(she waits)",
            said="“Hm, your birthday …”",
            told=(
                "She waits, and nothing on your mind is put aside: of the birthday you keep "
                "{f:Ana’s birthday|%}.",
                "She waits, and you think of a response: the input gate for “what to answer” "
                "opens to {i:what to answer|%}, and the thought grows from "
                "{c_prev:what to answer} to {c:what to answer}.",
                "You begin to mutter of the birthday. The answer you keep to yourself: its "
                "output gate shows {o:what to answer|%}, and {h:what to answer} comes out.",
            ),
            speaks=(BIRTHDAY, ANSWER, ANSWER),
            news=(1, 2),
        ),
        Beat(
            word="speak",
            label="you speak",
            heard="(she listens)",
            said="“Happy birthday! Yes, I’ll come on Saturday.”",
            told=(
                "Your turn. You hold on to what you mean to say: of the answer you keep "
                "{f:what to answer|%}.",
                "Not much is taken in: {written:what to answer} is added to the answer, which is "
                "now at {c:what to answer}.",
                "Your turn, and the answer is at {c:what to answer}. You speak: the output gate "
                "opens for it, {o:what to answer|%}. What comes out is the hidden state h: "
                "{h:what to answer}.",
            ),
            speaks=(ANSWER, ANSWER, ANSWER),
            news=(2,),
        ),
        Beat(
            word="onwards",
            label="and so on",
            heard="“Great! And did you hear …”",
            said="",
            told=(
                "What was said can go: of “what to answer” the forget gate keeps "
                "{f:what to answer|%}. Most of the birthday goes, too, now that you have wished "
                "her a happy one; Saturday stays on your mind.",
                "Nothing new comes in yet. Saturday stays, at {c:Saturday}; birthday and answer "
                "have faded.",
                "Saturday stays, at {c:Saturday}, and you listen again: the output gate shows "
                "{o:Saturday|%} of it. Cell state and hidden state go into the next moment, and it "
                "all begins anew.",
            ),
            speaks=(ANSWER, SATURDAY, SATURDAY),
            news=(0, 2),
        ),
    ),
    opening="A friend rings; each [[unit]] of this [[LSTM]] is a thought of yours. **Where the "
    "comparison ends:** nobody decides; all [[gates]] are computed at once, from [[weights]] set "
    "by hand.",
    ending="""**More on where the comparison with a phone call ends.**
A gate is not one door: it is a number for each unit, here six of them, and rarely quite 0 or 1.
The gates do not open one after the other: all of them are computed at once from the same two
things, what is heard (x) and what was said a moment ago (h). So is the [[candidate]] as a rule;
in this story it is always the thought itself.
And nobody decides anything: each [[gate]] is a weighted sum, [[squashed|sigmoid]]. Here the
[[weights]] were set by hand to fit the story; in a trained network they are found, and units
rarely have a name.""",
)
