"""The phone call: a friend rings while you think of something else.

The network is ``lstm_viz.networks.call``: a unit a thought, a step a moment.  Every number in a
sentence is put in from the run; what else it says is checked against the run by a test.
"""

from __future__ import annotations

from lstm_viz.networks.call import THOUGHTS
from lstm_viz.scenes.phone_call.words.story import Beat, Story

SHOPPING, SONG, EXAM, BIRTHDAY, SATURDAY, ANSWER = range(len(THOUGHTS))

STORY = Story(
    title="The phone call",
    units=THOUGHTS,
    quoted=(THOUGHTS[ANSWER],),
    beats=(
        Beat(
            word="thinking",
            label="before the call",
            heard="(nobody yet)",
            said="",
            told=(
                "Before the phone rings nothing is on your mind in this story: the cell state, all "
                "your thoughts together, is empty.",
                "An open forget gate keeps what is there. It is open now, but nothing is there "
                "yet: {f:a song|%} of nothing is nothing.",
                "Then thoughts come: the shopping list ({written:shopping list}), a song "
                "({written:a song}), the exam, and Ana’s birthday ({written:Ana’s birthday}).",
                "These are your thoughts now. The cell state holds them, one unit a thought; the "
                "shopping list is at {c:shopping list}.",
                "You say nothing, you only hum a little: the output gate lets out {o:a song|%} of "
                "the song.",
            ),
            speaks=(None, SONG, SHOPPING, SHOPPING, SONG),
        ),
        Beat(
            word="ring",
            label="the phone rings",
            heard="ring, ring!",
            said="",
            told=(
                "The phone rings. What you thought a moment ago, c of the step before, is still "
                "there.",
                "You look up, and everything fades a little: of the song you keep {f:a song|%}, of "
                "the shopping list {f:shopping list|%}.",
                "A ring tells you nothing to think about: the input gate lets in {i:a song|%}, "
                "almost nothing.",
                "So your thoughts are the old ones, somewhat paler: the song fell from "
                "{c_prev:a song} to {c:a song}.",
                "You have not answered yet, and you say nothing: no output gate is open.",
            ),
            speaks=(None, SONG, SONG, SONG, None),
        ),
        Beat(
            word="hello",
            label="“Hi, it’s Ana!”",
            heard="“Hi, it’s Ana!”",
            said="",
            told=(
                "You pick up: it is Ana. On your mind are still the shopping list "
                "({c_prev:shopping list}), the song and the exam, and her birthday "
                "({c_prev:Ana’s birthday}).",
                "You put aside what has nothing to do with her: the forget gate keeps "
                "{f:shopping list|%} of the shopping list and {f:a song|%} of the song, but "
                "{f:Ana’s birthday|%} of her birthday.",
                "Hearing her reminds you of the birthday once more: {written:Ana’s birthday} is "
                "written on top.",
                "One thought fills your mind now: Ana’s birthday, at {c:Ana’s birthday}. The "
                "shopping list is at {c:shopping list}.",
                "You keep it to yourself for now: the output gate shows {o:Ana’s birthday|%} of "
                "it.",
            ),
            speaks=(SHOPPING, SONG, BIRTHDAY, BIRTHDAY, BIRTHDAY),
        ),
        Beat(
            word="saturday",
            label="“Come on Saturday?”",
            heard="“Will you come on Saturday?”",
            said="",
            told=(
                "Ana asks something new. Only her birthday was on your mind.",
                "The birthday has to do with her, so it stays: the forget gate keeps "
                "{f:Ana’s birthday|%} of it.",
                "You take in what she says: the input gate opens for Saturday ({i:Saturday|%}), "
                "and you begin to think of an answer ({i:what to answer|%}).",
                "Your thoughts are updated: Saturday stands at {c:Saturday}, “what to answer” at "
                "{c:what to answer}, and the birthday is still there at {c:Ana’s birthday}.",
                "She is still talking, so you listen: hardly anything is said.",
            ),
            speaks=(BIRTHDAY, BIRTHDAY, SATURDAY, SATURDAY, None),
        ),
        Beat(
            word="think",
            label="you think",
            heard="(she waits)",
            said="“Hm, your birthday …”",
            told=(
                "She waits for you. On your mind are the birthday, Saturday and the beginning of "
                "an answer.",
                "Of what is on your mind nothing is put aside: all three are kept.",
                "You think of a response: the input gate for “what to answer” is open at "
                "{i:what to answer|%} and writes {written:what to answer}.",
                "The answer is ready: “what to answer” went from {c_prev:what to answer} to "
                "{c:what to answer}.",
                "You begin to mutter: the birthday comes out at {h:Ana’s birthday}, Saturday at "
                "{h:Saturday}, and of the answer still hardly anything.",
            ),
            speaks=(BIRTHDAY, BIRTHDAY, ANSWER, ANSWER, BIRTHDAY),
        ),
        Beat(
            word="speak",
            label="you speak",
            heard="(she listens)",
            said="“Happy birthday! Yes, I’ll come on Saturday.”",
            told=(
                "Now it is your turn. Nothing new comes in from her.",
                "You hold on to what you mean to say: the forget gate stays open for all of it.",
                "Nothing much is taken in; only {written:what to answer} is added to the answer.",
                "Your thoughts are much as before: birthday, Saturday, and “what to answer” at "
                "{c:what to answer}.",
                "You speak: the output gate opens, {o:what to answer|%} for the answer, "
                "{o:Saturday|%} for Saturday. What comes out is the hidden state h: "
                "{h:what to answer} of the answer.",
            ),
            speaks=(None, ANSWER, ANSWER, ANSWER, ANSWER),
        ),
        Beat(
            word="onwards",
            label="and so on",
            heard="“Great! And did you hear …”",
            said="",
            told=(
                "The conversation goes on. Your cell state and what you just said go into the next "
                "moment.",
                "What was said can go: of “what to answer” the forget gate keeps "
                "{f:what to answer|%}. Of Saturday it keeps {f:Saturday|%}, you will need it.",
                "Nothing new is taken in yet.",
                "What stays is Saturday, at {c:Saturday}. The birthday has faded to "
                "{c:Ana’s birthday}, the answer is down to {c:what to answer}.",
                "You listen again, and the next moment begins.",
            ),
            speaks=(None, ANSWER, None, SATURDAY, None),
        ),
    ),
    opening="A friend rings while you think of something else. Each [[unit]] of this [[LSTM]] is a "
    "thought, each step a moment of the call; press → and watch its [[gates]] tell the story.",
    ending="""**Where the picture of a phone call breaks.**
A gate is not one door: it is a number for each unit, here six of them, and rarely quite 0 or 1.
The gates do not open one after the other: all of them are computed at once from the same two
things, what is heard (x) and what was said a moment ago (h). So is the [[candidate]] as a rule;
in this story it is always the thought itself.
And nobody decides anything: each [[gate]] is a weighted sum, [[squashed|sigmoid]]. Here the
[[weights]] were set by hand to fit the story; in a trained network they are found, and units
rarely have a name.""",
)
