"""The embedded Reber grammar: what came second must come again last but one.

Hochreiter & Schmidhuber 1997, after Smith & Zipser 1989. A Reber string is walked off from state 1
below, each of the two ways out of a state with probability ½:

    B ─ 1    1: T→2 P→3    2: S→2 X→4    3: T→3 V→5    4: X→3 S→6    5: P→4 V→6    6: E, the end

and the embedded string is B, T or P, a whole Reber string, the same T or P again, E. Inside, the
last symbol or two say what may come next; the last T or P must be remembered all the way.
"""

import numpy as np
from numpy.typing import NDArray

from lstm_viz.tasks import scores
from lstm_viz.tasks.sampling import PAST_END, Columns, check_sizes, labels, one_hot
from lstm_viz.tasks.task import Examples, Outputs, Task

SYMBOLS = ("B", "T", "P", "S", "X", "V", "E")
B, T, P, S, X, V, E = range(7)
END = 7
# state: its two ways out, as (symbol, next state). The last two make both ways the same.
WAYS = {
    1: ((T, 2), (P, 3)),
    2: ((S, 2), (X, 4)),
    3: ((T, 3), (V, 5)),
    4: ((X, 3), (S, 6)),
    5: ((P, 4), (V, 6)),
    6: ((E, END), (E, END)),
    END: ((PAST_END, END), (PAST_END, END)),
}
SHORTEST = 5  # B T X S E and B P V V E

_WAYS = np.array([WAYS.get(state, ((PAST_END, 0),) * 2) for state in range(END + 1)])
_SYMBOL, _NEXT = _WAYS[..., 0], _WAYS[..., 1]  # each (states, 2)


def _ending(longest: int) -> NDArray[np.float64]:
    """(states, longest): how probable it is that a walk from a state has just so many symbols."""
    ending = np.zeros((END + 1, longest))
    ending[END, 0] = 1
    for symbols in range(1, longest):
        ending[:END, symbols] = ending[_NEXT[:END], symbols - 1].mean(axis=1)
    return ending


def reber_strings(lengths: NDArray[np.int64], rng: np.random.Generator) -> Columns:
    """(longest, B): a string of the grammar of each length, PAST_END after it.

    Of all strings of its length each comes as often as if whole strings were drawn, way for way,
    until one has that length.
    """
    longest = int(lengths.max())
    ending = _ending(longest)
    columns = np.full((longest, len(lengths)), B)
    state = np.full(len(lengths), 1)
    left = lengths - 1
    for t in range(1, longest):
        left = np.maximum(left - 1, 0)
        first, second = ending[_NEXT[state], left[:, np.newaxis]].T
        way = (rng.random(len(lengths)) * (first + second) >= first).astype(int)
        columns[t] = _SYMBOL[state, way]
        state = _NEXT[state, way]
    return columns


def examples(count: int, rng: np.random.Generator, size: int) -> Examples:
    """Every symbol but the last E is read, and after each the next is asked for.

    Inner strings have 5 to `size` symbols, each number as likely: drawn way for way, as in the
    paper, they would nearly all be short.
    """
    check_sizes(count, size, SHORTEST, "longest inner string")
    lengths = rng.integers(SHORTEST, size, endpoint=True, size=count)
    inner = reber_strings(lengths, rng)
    sequence = np.arange(count)
    whole = np.full((len(inner) + 4, count), PAST_END)
    whole[0] = B
    whole[1] = rng.choice([T, P], size=count)
    whole[2:-2] = inner
    whole[lengths + 2, sequence] = whole[1]
    whole[lengths + 3, sequence] = E
    following = whole[1:]
    mask = following != PAST_END
    columns = np.where(mask, whole[:-1], PAST_END)
    targets = np.where(mask, following, 0)
    return Examples(one_hot(columns, len(SYMBOLS)), targets, mask, labels(columns, SYMBOLS))


def legal(examples: Examples) -> NDArray[np.bool_]:
    """(T, B, 7): which symbols may come next after each step; none past the end."""
    columns = examples.x.argmax(axis=-1)
    may = np.zeros(examples.x.shape, bool)
    sequence = np.arange(columns.shape[1])
    may[0][:, [T, P]] = True
    may[1, :, B] = True
    may[2][:, _SYMBOL[1]] = True
    state = np.full(columns.shape[1], 1)
    for t in range(3, len(columns)):
        at_end = state == END  # and so the step reads the T or P that had to come again
        taken = (_SYMBOL[state, 1] == columns[t]).astype(int)
        state = np.where(at_end, 0, _NEXT[state, taken])
        inside = (state != END) & (state != 0)
        may[t, sequence[inside], _SYMBOL[state, 0][inside]] = True
        may[t, sequence[inside], _SYMBOL[state, 1][inside]] = True
        may[t, state == END] = examples.x[1, state == END] > 0
        may[t, at_end, E] = True
    may[~examples.mask] = False
    return may


def score(outputs: Outputs, examples: Examples) -> float:
    """The share of strings whose last symbol but one, the embedded T or P, is predicted rightly."""
    crucial = np.zeros_like(examples.mask)
    crucial[examples.lengths - 2, np.arange(len(examples.tokens))] = True
    return scores.share_of_sequences(outputs, examples, crucial)


def chance(size: int) -> float:
    """After the inner E, T and P are as likely."""
    return 0.5


REBER = Task(
    id="reber",
    title="Embedded Reber grammar",
    asks="It reads a string of the grammar, and after each symbol it must say the next; the last "
    "symbol but one repeats the second.",
    source="Hochreiter & Schmidhuber 1997. There a string counts if at every step the symbols that "
    "may come next have the largest outputs; here what counts is the last symbol but one, the only "
    "one that takes a long memory, and all lengths up to a greatest come as often.",
    inputs=SYMBOLS,
    outputs=SYMBOLS,
    loss="cross_entropy",
    sizes=(SHORTEST, 60, 30),
    size_name="longest inner string",
    examples=examples,
    score=score,
    scores="share of strings whose last symbol but one was predicted",
    chance=chance,
    good_enough=0.999,
    legal=legal,
)
