"""The words round the picture: the opening, what can be tried, what was measured."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lstm_viz.networks.chat.files import PLAIN, load
from lstm_viz.networks.chat.pairs import LICENCE, pairs
from lstm_viz.networks.chat.table import table

OPENING = (
    "**Say something.** An [[encoder]], an [[LSTM]], reads your line into one state; a decoder, "
    "another, writes the reply from it. Press → to see it word by word."
)
REMEMBER = (
    "**To remember.** All that the reply can know of the line is the state that is handed over. A "
    "small network with few examples learns replies by heart: ask it what it was never asked, and "
    "compare its answer with the nearest line of its training before you call it understanding."
)


@dataclass(frozen=True)
class Example:
    """Something to try: a line, the same in other words, and what it is there for."""

    title: str
    line: str
    other: str


EXAMPLES: Mapping[str, Example] = {
    "learned": Example("A line it learned", "How are you doing?", "How are you?"),
    "wording": Example("In words it never saw", "Are you ever sad?", "Do you ever get sad?"),
    "order": Example("The same words in another order", "Are you jealous?", "You are jealous"),
    "unknown": Example("A word it does not know", "Do you like pizza?", "Do you like wine?"),
    "memory": Example("Fails: it forgets what you said", "My name is Ada", "What is my name?"),
    "facts": Example(
        "Fails: a fact it never read",
        "What is the capital of Spain?",
        "What is the capital of Jordan?",
    ),
}


def about() -> str:
    """How the networks were made, and what they were measured at, in Markdown."""
    metadata, size = load(PLAIN).metadata, load(PLAIN).chat.hidden_size
    return (
        f"Two networks of {size} [[units|unit]] an LSTM, trained alike with this project’s own "
        f"`backward`: {int(metadata['steps']):,} steps of Adam on {metadata['data']}. Small "
        "letters, no marks in the line; replies cut to whole sentences.\n\n"
        f"{table()}\n\n"
        "*Right*: the reply is word for word one of those in the corpus. *Perplexity*: among how "
        "many words, all alike, it would be as unsure at each word of the right reply.\n\n"
        f"Pairs of lines and replies: {pairs().source}. Licence: {LICENCE}."
    )
