"""What people believe about LSTMs that is not so: the belief, what is so, the scene that shows it.

The answers to questions (``question.py``) refer to these by their ids.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Misconception:
    id: str
    belief: str
    so: str
    """One sentence: what is so instead."""
    scene: str
    """The id of the scene that settles it."""


MISCONCEPTIONS: tuple[Misconception, ...] = (
    Misconception(
        "units-are-steps",
        "Units are time steps.",
        "Units are the numbers that stand side by side in one vector; every one of them lives "
        "through all time steps.",
        "all-together",
    ),
    Misconception(
        "h-is-c",
        "h and c are the same thing.",
        "c is the memory; h is what the output gate lets out of its squashed copy, and can be "
        "near zero while c is large.",
        "output-gate",
    ),
    Misconception(
        "gate-is-a-number",
        "A gate is one number, one door for the whole cell.",
        "A gate is a vector: each unit has its own value, computed from its own row of weights.",
        "forget-gate",
    ),
    Misconception(
        "gate-is-a-switch",
        "A gate is either open or shut.",
        "σ gives any value between 0 and 1, and most are somewhere in between.",
        "squashing",
    ),
    Misconception(
        "forget-one-forgets",
        "A forget gate of 1 forgets.",
        "The forget gate is the share that is kept: 1 keeps everything, 0 forgets.",
        "forget-gate",
    ),
    Misconception(
        "gate-looks-at-c",
        "A gate looks at the cell state to decide.",
        "In this LSTM every gate is computed from x and the hidden state h alone; it is multiplied "
        "with the cell state only afterwards.",
        "forget-gate",
    ),
    Misconception(
        "input-gate-is-input",
        "The input gate is the new information.",
        "What is new is the candidate; the input gate only says how much of it is written.",
        "input-gate",
    ),
    Misconception(
        "write-replaces",
        "Writing replaces what was there.",
        "What is written is added to what was kept; how much is kept is the forget gate’s affair.",
        "cell-state",
    ),
    Misconception(
        "keep-is-all",
        "With the forget gate open nothing can change.",
        "The forget gate keeps the old value, and the input gate may add to it all the same.",
        "cell-state",
    ),
    Misconception(
        "gates-sum-to-one",
        "What the forget gate gives up, the input gate takes: f + i = 1.",
        "The two gates have weights of their own; both can be open, and both can be shut.",
        "cell-state",
    ),
    Misconception(
        "c-is-bounded",
        "The cell state lies between −1 and 1.",
        "Every step can add up to 1 more; only h is squashed between −1 and 1.",
        "cell-state",
    ),
    Misconception(
        "output-gate-empties",
        "What is let out is gone from the cell state.",
        "The output gate reads a copy: c goes on to the next step unchanged.",
        "output-gate",
    ),
    Misconception(
        "tanh-cures-vanishing",
        "tanh cures vanishing gradients.",
        "tanh bounds values; its slope is at most 1 and mostly less, which made the gradient "
        "smaller at every gain of the U shown.",
        "how-it-learns",
    ),
    Misconception(
        "tanh-clips",
        "tanh cuts off what is beyond 1.",
        "tanh bends every value a little, and large ones more; none ever reaches 1.",
        "squashing",
    ),
    Misconception(
        "sigmoid-zero-is-zero",
        "σ(0) is 0.",
        "σ(0) is one half: a gate that sees nothing stands half open.",
        "squashing",
    ),
    Misconception(
        "gates-in-turn",
        "The gates take turns: first forget, then input, then output.",
        "All gates are computed from the same x and h and wait for nobody; only the drawing takes "
        "them one at a time.",
        "all-together",
    ),
    Misconception(
        "new-weights-each-step",
        "Every step has weights of its own.",
        "The same weights are used at every step; what differs is x, h and c.",
        "all-together",
    ),
    Misconception(
        "more-steps-more-weights",
        "A longer sequence needs more parameters.",
        "The number of parameters depends on the sizes of x and h alone, not on the length.",
        "costs",
    ),
    Misconception(
        "three-gates-three-times",
        "An LSTM has three gates, so it costs three times a plain RNN.",
        "There are four maps from x and h: three gates and the candidate.",
        "costs",
    ),
    Misconception(
        "gradient-unchanged",
        "Gradients pass back along the cell state unchanged.",
        "Along the cell state a gradient is multiplied by every forget gate on the way, ∏f; it "
        "stays whole only where they are 1.",
        "cell-state",
    ),
    Misconception(
        "lstm-never-vanishes",
        "An LSTM’s gradients never vanish.",
        "They are multiplied at every step too; only where the forget gates stay near 1 does much "
        "of them arrive.",
        "gradients",
    ),
    Misconception(
        "one-road",
        "In an LSTM the gradient runs back along the cell state alone.",
        "Part of it goes round at every step, through h and the gates; with forget gates that are "
        "not wide open that can be the larger part.",
        "gradients",
    ),
    Misconception(
        "forgetting-subtracts",
        "A forget gate takes the same amount away at every step.",
        "It multiplies: the same share is kept of what is still there, so that 0.9 leaves "
        "0.9ⁿ after n steps.",
        "cell-state",
    ),
    Misconception(
        "two-biases",
        "Each gate needs two biases.",
        "PyTorch keeps two, as cuDNN does; in an LSTM only their sum counts: here they are one.",
        "costs",
    ),
    Misconception(
        "work-is-time",
        "Four times the multiply-adds take four times as long.",
        "A step also has a fixed price, and the other operations and memory cost time: how long it "
        "takes has to be measured.",
        "costs",
    ),
    Misconception(
        "every-step-answers",
        "An LSTM gives an answer at every step.",
        "There is an h at every step; whether anything is made of it is up to the task.",
        "uses",
    ),
    Misconception(
        "input-is-given",
        "Every input comes from outside.",
        "A network that writes reads its own last answer as the next input.",
        "uses",
    ),
    Misconception(
        "same-input-same-answer",
        "The same input gets the same answer.",
        "The answer is made from h, and h also depends on what was read before.",
        "start",
    ),
    Misconception(
        "named-is-written",
        "The input gate opens whenever a word names the thing.",
        "It opens at the words that change the answer; which those are, the training found out.",
        "input-gate",
    ),
    Misconception(
        "gates-learn-together",
        "All gates find their jobs at the same time.",
        "In the training shown, they found them one after the other.",
        "how-it-learns",
    ),
    Misconception(
        "forget-bias-is-free",
        "It makes no difference with which forget bias a training begins.",
        "A forget gate that begins nearly shut passes little on from earlier words, and so there "
        "is less to learn from.",
        "how-it-learns",
    ),
    Misconception(
        "units-cost-alike",
        "With as many parameters, every kind of cell has as many units.",
        "Each unit has a row in every map: the more maps there are, the fewer units the same "
        "number of parameters buys.",
        "costs",
    ),
    Misconception(
        "bias-left-out",
        "x and h alone make the sum of a gate.",
        "Every sum also has its bias b, which is added whatever x and h are.",
        "forget-gate",
    ),
    Misconception(
        "gate-sees-x-alone",
        "A gate is made from the input x alone.",
        "The hidden state h of the step before goes into every sum too, with weights of its own.",
        "forget-gate",
    ),
    Misconception(
        "gate-is-its-sum",
        "The sum z is the gate.",
        "Every sum is squashed first: by σ for a gate, by tanh for the candidate.",
        "squashing",
    ),
    Misconception(
        "tanh-makes-gates",
        "σ and tanh can stand for each other.",
        "σ makes the gates, which are shares from 0 to 1; tanh makes the candidate, which is "
        "between −1 and 1.",
        "squashing",
    ),
    Misconception(
        "gradient-explodes",
        "No gradient of an LSTM can explode.",
        "Along c a gradient is multiplied by gates of at most 1, but through h it can grow, "
        "which is why training clips it.",
        "gradients",
    ),
    Misconception(
        "cannot-count",
        "An LSTM has no way to count.",
        "What is written is added to the cell state, which can count on for as long as it is kept.",
        "cell-state",
    ),
    Misconception(
        "short-is-long",
        "What a network does right on short texts it does right at any length.",
        "A bit can be held for ever, but an exact count drifts a little at every step.",
        "cell-state",
    ),
    Misconception(
        "rnn-cannot-hold",
        "No simple RNN can hold a value for long.",
        "With the right weights it can; whether training finds such weights is another matter.",
        "cell-state",
    ),
    Misconception(
        "close-is-good",
        "A forecast close to the true curve is a good one.",
        "Today’s value is close to tomorrow’s: a forecast has to beat that guess.",
        "how-it-learns",
    ),
    Misconception(
        "libraries-agree",
        "The order of the gates in a file of weights makes no difference.",
        "The cell does not care, but who reads the file has to know the order in which it was "
        "written.",
        "all-together",
    ),
    Misconception(
        "h-grows",
        "With large weights the hidden state grows beyond 1.",
        "h is a share of tanh(c), and neither is ever beyond −1 and 1.",
        "output-gate",
    ),
    Misconception(
        "more-is-better",
        "The more units, the better.",
        "With few examples, many units learn the noise by heart and do worse on what is new.",
        "costs",
    ),
    Misconception(
        "gru-is-lstm",
        "A GRU can do whatever an LSTM can.",
        "The two shares of a GRU add up to 1, so its state cannot count on beyond 1.",
        "cell-state",
    ),
)


def misconception(id: str) -> Misconception:
    """The misconception with this id; ``KeyError`` if there is none."""
    for found in MISCONCEPTIONS:
        if found.id == id:
            return found
    raise KeyError(f"no misconception is called {id!r}")
