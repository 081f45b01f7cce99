"""Every term and symbol of the lesson: one exact sentence each, and the scene that shows it.

Text anywhere in the app links a word to its entry by ``[[forget gate]]``, or with other words shown
``[[the share that stays|forget-gate]]``; ``linked`` and ``linked_html`` make the links,
``lstm_viz.ui.terms`` opens them in place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lstm_viz.signals import LSTM_SIGNALS, signal


@dataclass(frozen=True)
class Entry:
    """``symbol`` and ``sentence`` are HTML (``<sub>``, ``&nbsp;``); ``scene`` is the id of a scene
    or the address of another page; ``also`` has other words for the same, plurals among them."""

    id: str
    term: str
    symbol: str
    sentence: str
    scene: str
    also: tuple[str, ...] = ()


CELL_PAGE = "step-through"
"""The address of the page on which the whole cell is stepped through; it is no scene."""
TRAIN_PAGE = "train"
"""The address of the page on which a network is trained; it is no scene either."""
READ_PAGE = "read-along"
"""And of the page on which a trained network reads a text."""
CHAT_PAGE = "chatbot"
"""And of the page on which one LSTM reads a line and another answers it."""

X_T, H_T, C_T = "x<sub>t</sub>", "h<sub>t</sub>", "c<sub>t</sub>"
H_PREV, C_PREV = "h<sub>t−1</sub>", "c<sub>t−1</sub>"
F_T, I_T, G_T, O_T = "f<sub>t</sub>", "i<sub>t</sub>", "c̃<sub>t</sub>", "o<sub>t</sub>"
SUM = f"W·{X_T}&nbsp;+ U·{H_PREV}&nbsp;+ b"

TERMS: tuple[Entry, ...] = (
    Entry(
        "activation-function", "activation function", "",
        "A function applied to each number of a vector by itself; in this cell it is σ or tanh.",
        "squashing", ("activation functions", "activation", "activations"),
    ),
    Entry(
        "alphabet", "alphabet", "",
        "The characters that a network can read and expect; any other is read as the nearest of "
        "them.",
        READ_PAGE, ("alphabets",),
    ),
    Entry(
        "attention", "attention", "",
        "A look back: at each word it says, a decoder weighs the hidden states after all words of "
        "the line, and reads their weighted mean.",
        CHAT_PAGE,
    ),
    Entry(
        "auc", "AUC", "",
        "The area under the ROC curve: how often a unit is higher at a place where a pattern holds "
        "than at one where it does not, ½ by chance, 1 without a miss.",
        READ_PAGE, ("area under the curve",),
    ),
    Entry(
        "back-propagation-through-time", "back-propagation through time", "",
        "Finding gradients by going back through the unrolled steps from the last to the first and "
        "summing each weight’s share over all of them.",
        "cell-state", ("BPTT", "back-propagation", "backpropagation", "back-propagated"),
    ),
    Entry(
        "beam-search", "beam search", "",
        "Keeping the few likeliest beginnings of a reply at each word, and at the end the reply "
        "that is likeliest as a whole.",
        CHAT_PAGE, ("beam",),
    ),
    Entry(
        "bias", "bias", "b",
        "A number that is added to a pre-activation whatever the input is: 4H of them in a layer, "
        "in the order i, f, g, o, where PyTorch keeps two whose sum counts.",
        "costs", ("biases",),
    ),
    Entry(
        "bit", "bit", "",
        "What one answer of yes or no is worth: a character that was given a probability of ½ "
        "takes 1 bit, one of ¼ takes 2.",
        READ_PAGE, ("bits", "bits per character"),
    ),
    Entry(
        "candidate", "candidate", G_T,
        "The new content, between −1 and 1, that a step offers to each unit of the cell state: "
        f"{G_T} = tanh({SUM}), with weights of its own and a sign, which no gate has.",
        "input-gate", ("candidates", "candidate values", "new content"),
    ),
    Entry(
        "cell", "cell", "",
        f"What computes one time step: from {X_T}, {H_PREV} and {C_PREV} it makes {C_T} and {H_T}, "
        "with the same weights at every step.",
        "all-together", ("cells", "LSTM cell"),
    ),
    Entry(
        "cell-state", "cell state", C_T,
        "The LSTM’s memory, a vector of which each step keeps a part and to which it adds: "
        f"{C_T}&nbsp;= {F_T}&nbsp;⊙&nbsp;{C_PREV} + {I_T}&nbsp;⊙&nbsp;{G_T}.",
        "cell-state", ("cell states", "memory"),
    ),
    Entry(
        "clamp", "clamp", "",
        "To hold a gate’s unit at a value of your choice, whatever the weights would make of it.",
        CELL_PAGE, ("clamped", "clamps", "clamping"),
    ),
    Entry(
        "component", "component", "",
        "One of the four parts that this lesson names in an LSTM: the cell state, the forget gate, "
        "the input gate and the output gate.",
        "start", ("components", "four components"),
    ),
    Entry(
        "conveyor-belt", "conveyor belt", "",
        "A picture for the way of the cell state through time: on it a value is only scaled by the "
        "forget gate and added to, with no weights and no squashing in between.",
        "cell-state", ("conveyor", "belt"),
    ),
    Entry(
        "correlation", "correlation", "r",
        "How closely two rows of numbers go up and down together, from −1 (always opposite) over 0 "
        "(unrelated) to 1.",
        READ_PAGE, ("correlations", "correlated"),
    ),
    Entry(
        "element-wise-product", "element-wise product", "⊙",
        "Two vectors of the same length multiplied place by place, so that each unit’s gate meets "
        "that unit’s value alone.",
        "forget-gate", ("element-wise", "element-wise multiplication", "Hadamard product"),
    ),
    Entry(
        "encoder-decoder", "encoder–decoder", "",
        "Two networks in a row: one reads a whole sequence into a state, the other writes another "
        "sequence from that state.",
        CHAT_PAGE, ("encoder", "decoder", "encoder–decoder networks"),
    ),
    Entry(
        "exploding-gradient", "exploding gradient", "",
        "A gradient that grows step by step on its way back through time, until one update throws "
        "the weights far off.",
        "gradients", ("exploding gradients", "exploding", "explode", "explodes"),
    ),
    Entry(
        "forget-bias", "forget bias", "b<sub>f</sub>",
        "The forget gate’s part of the bias; set to 1 or more before training, it makes the gates "
        "start mostly open, so that an untrained cell already remembers for a while.",
        "forget-gate",
    ),
    Entry(
        "forget-gate", "forget gate", F_T,
        "The gate that says which share of each unit’s old cell state stays: 1 keeps all of it, 0 "
        "forgets it.",
        "forget-gate", ("forget gates", "forget"),
    ),
    Entry(
        "gate", "gate", "",
        f"A vector of shares between 0 and 1, one for each unit, computed as σ({SUM}) without a "
        "look at the cell state, and multiplied with what it lets through.",
        "forget-gate", ("gates", "gating", "gated"),
    ),
    Entry(
        "gradient", "gradient", "",
        "How fast one number, in training the network’s error, changes with each of the values it "
        "depends on.",
        "cell-state", ("gradients",),
    ),
    Entry(
        "gru", "GRU", "",
        "The gated recurrent unit, a recurrent network with a reset and an update gate and no cell "
        "state, where what is kept and what is written are shares of one whole.",
        "costs", ("GRUs", "gated recurrent unit", "gated recurrent units"),
    ),
    Entry(
        "hand-set-weights", "hand-set weights", "",
        "Weights that a person chose so that every gate does something one can follow, as in the "
        "phone call.",
        "phone-call", ("hand-set", "set by hand"),
    ),
    Entry(
        "hidden-size", "hidden_size", "H",
        "The number of units, which is the length of the hidden state, the cell state and every "
        "gate.",
        "costs", ("hidden size",),
    ),
    Entry(
        "hidden-state", "hidden state", H_T,
        "What the cell gives out at a step, for predictions and for its own next step: "
        f"{H_T}&nbsp;=&nbsp;{O_T}&nbsp;⊙&nbsp;tanh({C_T}).",
        "output-gate", ("hidden states",),
    ),
    Entry(
        "hyperbolic-tangent", "hyperbolic tangent", "tanh",
        "The function that brings any number between −1 and 1, keeps its sign and bends large ones "
        "most, with tanh(0) = 0.",
        "squashing", ("tanh function",),
    ),
    Entry(
        "initial-state", "initial state", "h<sub>0</sub>, c<sub>0</sub>",
        "The hidden and the cell state before the first step, which are 0 unless they are set.",
        CELL_PAGE, ("initial states",),
    ),
    Entry(
        "input-gate", "input gate", I_T,
        "The gate that says which share of each unit’s candidate is added to the cell state.",
        "input-gate", ("input gates",),
    ),
    Entry(
        "input-size", "input_size", "I",
        "The length of the input vector, such as the number of different tokens when they are "
        "one-hot.",
        "costs", ("input size",),
    ),
    Entry(
        "input-vector", "input vector", X_T,
        "The numbers that the cell reads at one time step.",
        "all-together", ("input", "inputs", "input vectors"),
    ),
    Entry(
        "kept", "kept", f"{F_T} ⊙ {C_PREV}",
        "What is left of the old cell state after the forget gate, before anything is added.",
        "cell-state",
    ),
    Entry(
        "learning-rate", "learning rate", "",
        "How far each step of training moves the weights: too small and it takes for ever, too "
        "large and it overshoots.",
        TRAIN_PAGE, ("learning rates",),
    ),
    Entry(
        "long-term-memory", "long-term memory", "",
        "A rough name for the cell state, which holds a value for as long as its forget gate stays "
        "near 1 and nothing else is written.",
        "cell-state", ("long-term",),
    ),
    Entry(
        "loss", "loss", "",
        "One number for how wrong a network’s answers are; training changes the weights so that it "
        "becomes smaller.",
        "how-it-learns", ("losses",),
    ),
    Entry(
        "lstm", "LSTM", "",
        "Long short-term memory, a recurrent network that carries a cell state beside its hidden "
        "state, with three gates that say what is kept, written and shown.",
        "start", ("LSTMs", "long short-term memory"),
    ),
    Entry(
        "many-to-many", "many-to-many", "",
        "A task in which a sequence goes in and a sequence comes out, step by step or after all "
        "has been read.",
        "uses",
    ),
    Entry(
        "many-to-one", "many-to-one", "",
        "A task in which a whole sequence goes in and one answer comes out at its end.",
        "uses",
    ),
    Entry(
        "matrix-product", "matrix product", "·",
        "A matrix times a vector: each row is multiplied with the vector place by place and "
        "summed, which gives one number a row.",
        CELL_PAGE, ("matrix products", "matrix multiplication"),
    ),
    Entry(
        "memory-ledger", "memory ledger", "",
        "The account of a unit’s cell state: what is left of each earlier write after all forget "
        "gates since, entries whose sum is c<sub>t</sub>.",
        READ_PAGE, ("ledger",),
    ),
    Entry(
        "multiply-add", "multiply-add", "",
        "One multiplication whose result is added to a sum, the piece in which the work of a "
        "matrix product is counted.",
        "costs", ("multiply-adds",),
    ),
    Entry(
        "next-character-network", "next-character network", "",
        "A network that reads a text one character at a time and says after each how probable "
        "every character is to come next.",
        READ_PAGE, ("next-character networks", "next character"),
    ),
    Entry(
        "one-hot-vector", "one-hot vector", "",
        "A vector of zeros with a single 1, whose place says which token it stands for.",
        CELL_PAGE, ("one-hot", "one-hot vectors"),
    ),
    Entry(
        "one-to-many", "one-to-many", "",
        "A task in which one input goes in and a sequence comes out, such as the caption of an "
        "image.",
        "uses",
    ),
    Entry(
        "output-gate", "output gate", O_T,
        "The gate that says which share of each unit’s squashed cell state is shown outside, as "
        "the hidden state.",
        "output-gate", ("output gates",),
    ),
    Entry(
        "parameter", "parameter", "",
        "A number that training may change, a weight or a bias: 4H·(I + H + 1) of them in one LSTM "
        "layer with one bias a row.",
        "costs", ("parameters",),
    ),
    Entry(
        "perplexity", "perplexity", "",
        "Among how many words, all alike, one would be as unsure as a network is at each word of "
        "the right text: e to the mean surprise in nats.",
        CHAT_PAGE,
    ),
    Entry(
        "plain-rnn", "plain RNN", "",
        f"The simplest recurrent network, {H_T} = tanh({SUM}), with no gates and no cell state.",
        "costs", ("plain RNNs", "vanilla RNN", "vanilla RNNs"),
    ),
    Entry(
        "pre-activation", "pre-activation", "z",
        f"The weighted sum {SUM} before σ or tanh is applied to it.",
        CELL_PAGE, ("pre-activations", "weighted sum"),
    ),
    Entry(
        "preset", "preset", "",
        "A network and an input chosen together because they show something.",
        CELL_PAGE, ("presets",),
    ),
    Entry(
        "recurrent-network", "recurrent network", "",
        "A network that reads a sequence one step at a time and hands part of what it computed to "
        "its next step.",
        "start", ("RNN", "RNNs", "recurrent networks", "recurrent neural network"),
    ),
    Entry(
        "reset-gate", "reset gate", "r<sub>t</sub>",
        "The GRU’s gate that says how much of the previous hidden state its candidate may look at.",
        "costs", ("reset gates",),
    ),
    Entry(
        "saturation", "saturation", "",
        "Where σ or tanh is almost flat, so that even a large change of z hardly changes what "
        "comes out.",
        "squashing", ("saturated", "saturates"),
    ),
    Entry(
        "sequence", "sequence", "",
        "Inputs whose order matters, read one a time step.",
        "all-together", ("sequences",),
    ),
    Entry(
        "short-term-memory", "short-term memory", "",
        "A rough name for the hidden state, which is made anew at every step.",
        "output-gate", ("short-term",),
    ),
    Entry(
        "sigmoid", "sigmoid", "σ",
        "The function σ(z) = 1 / (1 + e<sup>−z</sup>), which brings any number between 0 and 1, "
        "with σ(0) = ½.",
        "squashing", ("sigmoids", "sigmoid function"),
    ),
    Entry(
        "signal", "signal", "",
        "One quantity that the cell computes at every time step, such as a gate or the cell state.",
        CELL_PAGE, ("signals",),
    ),
    Entry(
        "slope", "slope", "",
        "The derivative, which is how much a function’s output changes for a small change of its "
        "input: at most ¼ for σ and at most 1 for tanh.",
        "squashing", ("slopes", "derivative", "derivatives"),
    ),
    Entry(
        "squashed-cell-state", "squashed cell state", f"tanh({C_T})",
        "The cell state brought between −1 and 1, of which the output gate shows a share.",
        "output-gate",
    ),
    Entry(
        "squashing", "squashing", "",
        "Bringing any number into a fixed range by a smooth rising curve: σ between 0 and 1, tanh "
        "between −1 and 1.",
        "squashing", ("squash", "squashes", "squashed", "squish", "squishes"),
    ),
    Entry(
        "stage", "stage", "",
        "One picture of a time step; the cell computes its gates from the same two vectors at "
        "once, the stages only show them one after the other.",
        CELL_PAGE, ("stages",),
    ),
    Entry(
        "surprise", "surprise", "",
        "How little a character was expected, in bits: minus the logarithm to base 2 of the "
        "probability it was given before it came.",
        READ_PAGE, ("surprises", "surprising"),
    ),
    Entry(
        "temperature", "temperature", "",
        "How freely a network draws what it writes: probabilities are raised to the power of 1 / "
        "temperature, so low favours the most probable, high the rest.",
        READ_PAGE,
    ),
    Entry(
        "time-step", "time step", "t",
        "The reading of one input vector, after which there is a new cell state and a new hidden "
        "state.",
        "all-together", ("time steps", "step", "steps"),
    ),
    Entry(
        "token", "token", "",
        "One piece of a sequence as the network reads it, such as a word or a character.",
        "all-together", ("tokens",),
    ),
    Entry(
        "trace", "trace", "",
        "The record of a run, with every signal of every time step as the cell computed it; all "
        "pictures and numbers here are read from one.",
        CELL_PAGE, ("traces", "record", "the record"),
    ),
    Entry(
        "trained-weights", "trained weights", "",
        "Weights that were found by making a network’s error on many examples smaller, little by "
        "little.",
        CELL_PAGE, ("trained", "training"),
    ),
    Entry(
        "unit", "unit", "",
        "One of the H places that the states and the gates all have: its own c, h, gates and rows "
        "of weights, through all time steps.",
        "all-together", ("units",),
    ),
    Entry(
        "unrolling", "unrolling", "",
        "Drawing or computing the cell once for every time step, side by side, all of them with "
        "the same weights.",
        "all-together", ("unroll", "unrolled", "unrolls"),
    ),
    Entry(
        "update-gate", "update gate", "z<sub>t</sub>",
        "The GRU’s gate that says, in PyTorch’s convention, which share of the old hidden state "
        "stays, the rest being taken from the candidate.",
        "costs", ("update gates",),
    ),
    Entry(
        "vanishing-gradient", "vanishing gradient", "",
        "A gradient that shrinks step by step on its way back through time, until nothing is left "
        "to learn from what came early.",
        "gradients", ("vanishing gradients", "vanishing", "vanish", "vanishes"),
    ),
    Entry(
        "vector", "vector", "",
        "A list of numbers of fixed length: I of them in an input vector, H in a state or a gate.",
        "forget-gate", ("vectors",),
    ),
    Entry(
        "weight", "weight", "",
        "A number that says how strongly, and with which sign, one input or one unit counts in a "
        "pre-activation.",
        CELL_PAGE, ("weights",),
    ),
    Entry(
        "weight-hh", "weight_hh", "U",
        f"The matrix that multiplies {H_PREV}, of shape (4H, H), its rows stacked in PyTorch’s "
        "order i, f, g, o.",
        "costs",
    ),
    Entry(
        "weight-ih", "weight_ih", "W",
        f"The matrix that multiplies {X_T}, of shape (4H, I), its rows stacked in PyTorch’s order "
        "i, f, g, o.",
        "costs",
    ),
    Entry(
        "written", "written", f"{I_T} ⊙ {G_T}",
        "What a step adds to the cell state, which is the candidate’s share that the input gate "
        "lets in and may be negative.",
        "cell-state",
    ),
)  # fmt: skip


def _pre_activation(gate: str, scene: str) -> Entry:
    symbol = signal(LSTM_SIGNALS, f"z_{gate}").symbol
    return Entry(
        f"z-{gate}",
        re.sub("<[^>]*>", "", symbol.replace("<sup>", "^").replace("<sub>", "_")),
        symbol,
        f"The pre-activation of the {signal(LSTM_SIGNALS, gate).label} at step t, from its own "
        "rows of W, U and b.",
        scene,
    )


SYMBOLS: tuple[Entry, ...] = (
    Entry("x-t", "x_t", X_T, "The input vector at step t, I numbers.", "all-together", ("x",)),
    Entry(
        "h-prev", "h_{t−1}", H_PREV,
        "The hidden state of the step before, from which every gate is computed together with "
        f"{X_T}.",
        "forget-gate", ("h_{t-1}", "h_t−1", "h_t-1", "h_prev"),
    ),
    Entry(
        "c-prev", "c_{t−1}", C_PREV,
        "The cell state of the step before, which the forget gate multiplies and no gate of this "
        "LSTM looks at.",
        "cell-state", ("c_{t-1}", "c_t−1", "c_t-1", "c_prev"),
    ),
    _pre_activation("i", "input-gate"),
    _pre_activation("f", "forget-gate"),
    _pre_activation("g", "input-gate"),
    _pre_activation("o", "output-gate"),
    Entry(
        "f-t", "f_t", F_T, "The forget gate at step t, H numbers between 0 and 1.",
        "forget-gate", ("f",),
    ),
    Entry(
        "i-t", "i_t", I_T, "The input gate at step t, H numbers between 0 and 1.",
        "input-gate", ("i",),
    ),
    Entry(
        "g-t", "c̃_t", G_T,
        "The candidate at step t, H numbers between −1 and 1, which PyTorch and others write "
        "g<sub>t</sub>.",
        "input-gate", ("c̃", "g_t", "g"),
    ),
    Entry(
        "o-t", "o_t", O_T, "The output gate at step t, H numbers between 0 and 1.",
        "output-gate", ("o",),
    ),
    Entry(
        "c-t", "c_t", C_T, "The cell state after step t, H numbers that may go beyond −1 and 1.",
        "cell-state", ("c",),
    ),
    Entry(
        "h-t", "h_t", H_T, "The hidden state after step t, H numbers between −1 and 1.",
        "output-gate", ("h",),
    ),
    Entry(
        "z", "z", "z",
        "A pre-activation, what goes into σ or tanh; in a GRU z<sub>t</sub> is the update gate "
        "instead.",
        "squashing",
    ),
    Entry("w", "W", "W", "The weights on the input, weight_ih, of shape (4H, I).", "costs"),
    Entry(
        "u", "U", "U", "The weights on the previous hidden state, weight_hh, of shape (4H, H).",
        "costs",
    ),
    Entry("b", "b", "b", "The bias, of shape (4H,).", "costs"),
    Entry(
        "sigma", "σ", "σ", "The sigmoid, which gives every gate its range from 0 to 1.",
        "squashing", ("σ(z)",),
    ),
    Entry(
        "tanh", "tanh", "tanh",
        "The hyperbolic tangent (e<sup>z</sup> − e<sup>−z</sup>) / (e<sup>z</sup> + "
        "e<sup>−z</sup>), between −1 and 1.",
        "squashing", ("tanh(z)",),
    ),
    Entry(
        "odot", "⊙", "⊙", "The element-wise product: place by place, not a matrix product.",
        "forget-gate",
    ),
    Entry("seq-len", "T", "T", "The number of time steps in a sequence.", "all-together"),
    Entry("size-h", "H", "H", "The number of units, hidden_size.", "costs"),
    Entry("size-i", "I", "I", "The length of the input vector, input_size.", "costs"),
    Entry("t", "t", "t", "The number of the time step, counted from 1 to&nbsp;T.", "all-together"),
)  # fmt: skip

GLOSSARY: tuple[Entry, ...] = TERMS + SYMBOLS

_EXACT = {
    words: entry for entry in reversed(GLOSSARY) for words in (entry.id, *entry.also, entry.term)
}
_FOLDED = {words.casefold(): entry for words, entry in _EXACT.items()}


def entry(words: str) -> Entry:
    """The entry with this id, term or other words, upper or lower case; ``KeyError`` if none.

    ``H`` and ``h`` are two symbols: where there is a choice, the case decides.
    """
    found = _EXACT.get(words) or _FOLDED.get(words.casefold())
    if found is None:
        raise KeyError(
            f"the glossary has no entry {words!r}; add it to lstm_viz/lesson/glossary.py"
        )
    return found


def linked(markdown: str) -> str:
    """``[[words]]`` and ``[[words|entry-id]]`` as Markdown links to their entries."""
    return _LINK.sub(lambda found: f"[{found[1]}](#term-{_target(found).id})", markdown)


def linked_html(html: str) -> str:
    """The same in HTML."""
    return _LINK.sub(
        lambda found: f'<a class="lv-term" href="#term-{_target(found).id}">{found[1]}</a>', html
    )


_LINK = re.compile(r"\[\[([^\[\]|]+)(?:\|([^\[\]|]+))?\]\]")


def _target(found: re.Match[str]) -> Entry:
    return entry((found[2] or found[1]).strip())
