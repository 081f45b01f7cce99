"""Good first things to look at. Every `watch` is backed by a test of the run it speaks of."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Preset:
    """Inputs and a network that show something; `watch` says in a sentence or two what."""

    id: str
    title: str
    network: str
    kind: str
    text: str
    hidden_size: int
    seed: int
    watch: str


PRESETS: tuple[Preset, ...] = (
    Preset(
        id="basket",
        title="Mia’s basket",
        network="basket",
        kind="story",
        text="Mia picks an apple. Mia sees an apple. Mia picks a pear. How many apples? "
        "Mia empties the basket. How many apples?",
        hidden_size=2,
        seed=0,
        watch="Unit 1 keeps the apples, unit 2 the pears.",
    ),
    # The seed is the liveliest of 0 to 99 by `liveliness` of its test.
    Preset(
        id="friend",
        title="A friend calls",
        network="random",
        kind="sentence",
        text="My friend calls to say happy birthday",
        hidden_size=4,
        seed=93,
        watch="Every word opens each gate differently, unit by unit. The cell state keeps part of "
        "what it held and takes in something new.",
    ),
    # The seed is the one of 0 to 99 whose gates differ most between the visits of "again".
    Preset(
        id="again",
        title="The same word again",
        network="random",
        kind="sentence",
        text="again and again and again",
        hidden_size=4,
        seed=22,
        watch="“again” is the same input each time, yet it meets a different state: its gates and "
        "what it leaves in the cell state change.",
    ),
    Preset(
        id="one-call",
        title="Hold one word",
        network="latch",
        kind="sentence",
        text="Friend calls, we talk, we laugh, friend hangs up",
        hidden_size=2,
        seed=0,
        watch="Unit 1 takes in “Friend” and holds it at exactly 1. When “friend” comes again, its "
        "input gate stays shut, so nothing is added.",
    ),
    Preset(
        id="set-release",
        title="Set, hold, release",
        network="latch",
        kind="numbers",
        text="0, 1, 0, 0, 1, 0, −1, 0, 0, 1, 0",
        hidden_size=1,
        seed=0,
        watch="A 1 sets the cell state to 1, and only a −1 shuts the forget gate and lets it go.",
    ),
    Preset(
        id="count-words",
        title="Count two words",
        network="counter",
        kind="sentence",
        text="no yes no, no yes, no!",
        hidden_size=2,
        seed=0,
        watch="The cell state of unit 1 climbs to 4, one for every “no”, and unit 2 counts the two "
        "“yes”. The hidden state is squashed: it stays below 1.",
    ),
    Preset(
        id="count-ones",
        title="Count ones",
        network="counter",
        kind="numbers",
        text="1, 0, 1, 1, 0, 0, 1, 1, 0, 1",
        hidden_size=1,
        seed=0,
        watch="Each 1 adds exactly 1 to the cell state, and each 0 leaves it as it is.",
    ),
    Preset(
        id="since-ring",
        title="Since the phone last rang",
        network="reset",
        kind="sentence",
        text="Ring! I am thinking. Ring! Who can it be? Ring! Hello, friend!",
        hidden_size=1,
        seed=0,
        watch="Every “Ring” shuts the forget gate and sets the cell state back to 0; everything "
        "else adds 1.",
    ),
    Preset(
        id="stopwatch",
        title="A stopwatch",
        network="reset",
        kind="numbers",
        text="0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 0",
        hidden_size=1,
        seed=0,
        watch="The cell state grows by 1 a step until a 1 comes, and starts again from 0.",
    ),
    Preset(
        id="rain",
        title="Rain and sun, from a table",
        network="counter",
        kind="csv",
        text="rain,sun\n1,0\n0,1\n0,1\n1,0\n1,1\n0,1\n",
        hidden_size=2,
        seed=0,
        watch="Two columns, two units: unit 1 counts the three days of rain, unit 2 the four of "
        "sun.",
    ),
    # The seed is the one of 0 to 99 whose gates follow the number most plainly.
    Preset(
        id="wave",
        title="A wave of numbers",
        network="random",
        kind="numbers",
        text="0, 0.7, 1, 0.7, 0, −0.7, −1, −0.7, 0, 0.7, 1, 0.7, 0, −0.7, −1, −0.7",
        hidden_size=3,
        seed=0,
        watch="As the number swings, every gate swings with it or against it. Each later 0 meets "
        "other gates than the first, because the state has changed.",
    ),
    Preset(
        id="brackets",
        title="Brackets within brackets",
        network="brackets",
        kind="brackets",
        text="(()(()))",
        hidden_size=3,
        seed=0,
        watch="Nobody told unit 1 to count: its cell state rises by 1 with every “(”, falls by 1 "
        "with every “)”, and is back at 0 when all are closed.",
    ),
    Preset(
        id="formula",
        title="A formula, letters and all",
        network="brackets",
        kind="brackets",
        text="f(x, g(h(y), z))",
        hidden_size=3,
        seed=0,
        watch="Letters, commas and spaces shut the input gate of unit 1: only brackets move its "
        "cell state.",
    ),
)
