"""How the two chatbots are made, without and with attention: all else alike.

Training drops some of the embeddings and of what the output layer reads (Srivastava et al. 2014),
and whole words of the line now and then, which are read as unknown: so an unknown word in a line is
nothing new to it.

Of one core they take about 65 and 85 seconds, and 25 more to be measured.
"""

import json
from collections.abc import Iterator

import numpy as np

from lstm_viz.learn import Adam, clip, cross_entropy
from lstm_viz.networks.chat.files import ATTENTION, from_bytes, to_bytes
from lstm_viz.networks.chat.model import Chat, Keep
from lstm_viz.networks.chat.pairs import LICENCE, pairs
from lstm_viz.networks.chat.scores import (
    Together,
    bigram_perplexity,
    lookup_exact,
    scored,
    together,
)
from lstm_viz.networks.recipes.recipe import Report
from lstm_viz.trace import Array

SEED = 1
EMBEDDING_SIZE = 64
HIDDEN_SIZE = 64
STEPS = 4_000
BATCH_SIZE = 32
LEARNING_RATE = 0.005
DROPPED = 0.2
"""Of the numbers."""
UNREAD = 0.1
"""Of the words of a line."""
CLIP = 1.0
TELL_EVERY = 500


def trained(attends: bool, tell: Report, steps: int = STEPS, seed: int = SEED) -> Chat:
    """The network after all its training."""
    rng = np.random.default_rng(seed)
    known = pairs()
    chat = Chat.init(
        words=len(known.vocabulary), embedding_size=EMBEDDING_SIZE, hidden_size=HIDDEN_SIZE,
        attends=attends, rng=rng,
    )  # fmt: skip
    adam, losses = Adam(LEARNING_RATE), []
    for step, batch in zip(range(1, steps + 1), batches(rng), strict=False):
        adam.learning_rate = LEARNING_RATE * (1 - (step - 1) / steps)
        done = chat.run(batch.lines, batch.lengths, batch.said, kept(batch, rng))
        loss = cross_entropy(done.outputs, batch.answers, batch.mask)
        gradients = chat.backward(done, loss.grad)
        clip(gradients, CLIP)
        chat = Chat.from_parameters(adam.moved(chat.parameters, gradients))
        losses.append(loss.value)
        if step % TELL_EVERY == 0:
            tell(f"step {step:6,}  {np.mean(losses[-TELL_EVERY:]):.3f} nats a word")
    return chat


def batches(rng: np.random.Generator) -> Iterator[Together]:
    """For ever; each round has every pair once, in another order."""
    known = pairs()
    while True:
        order = rng.permutation(len(known.training))
        for first in range(0, len(order) - BATCH_SIZE + 1, BATCH_SIZE):
            chosen = [known.training[k] for k in order[first : first + BATCH_SIZE]]
            batch = together(known.vocabulary, chosen)
            batch.lines[rng.random(batch.lines.shape) < UNREAD] = 0
            yield batch


def kept(batch: Together, rng: np.random.Generator) -> Keep:
    """What dropout keeps of a batch."""
    size = batch.lines.shape[1]

    def mask(steps: int, width: int) -> Array:
        there = rng.random((steps, size, width), dtype=np.float32) >= DROPPED
        return there.astype(np.float32) / np.float32(1 - DROPPED)

    line, said = len(batch.lines), len(batch.said)
    return Keep(mask(line, EMBEDDING_SIZE), mask(said, EMBEDDING_SIZE), mask(said, HIDDEN_SIZE))


def made(name: str, tell: Report) -> bytes:
    """The file of one of the two, trained and measured as it ships."""
    chat = trained(name == ATTENTION, tell)
    tell("measuring")
    return measured(name, chat)


def measured(name: str, chat: Chat) -> bytes:
    """The file of a trained one."""
    known = pairs()
    shipped = from_bytes(to_bytes(chat, {}, {})).chat  # rounded to float16
    parts = {"training": known.training, "held_out": known.held_out}
    scores = {part: scored(shipped, known.vocabulary, those) for part, those in parts.items()}
    bigram = bigram_perplexity(known.vocabulary, known.training, known.held_out)
    settings = {
        "embedding_size": EMBEDDING_SIZE, "hidden_size": HIDDEN_SIZE, "batch_size": BATCH_SIZE,
        "learning_rate": LEARNING_RATE, "dropped": DROPPED, "unread": UNREAD, "clip": CLIP,
    }  # fmt: skip
    metadata = {
        "name": name,
        "seed": str(SEED),
        "steps": str(STEPS),
        "settings": json.dumps(settings),
        "bigram_perplexity": repr(round(bigram, 6)),
        "lookup_exact": repr(round(lookup_exact(known.training, known.held_out), 6)),
        "data": f"{len(known.training)} pairs of the package {known.source}, English, "
        "without tech_support and coding",
        "licence": f"pairs {LICENCE}; weights MIT, as this package",
        "made_by": f"python -m lstm_viz.networks make {name}",
    }
    return to_bytes(chat, metadata, scores)
