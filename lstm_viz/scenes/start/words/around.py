"""What stands around the picture: the question, what to take along, what was measured."""

from __future__ import annotations

from lstm_viz.networks import basket

OPENING = (
    "**How many are in the basket?** An [[LSTM]] reads; the bold words count. A full box is an "
    "open [[gate]]."
)
CELL_OPENING = (
    "**What holds the number?** The cell, as it reads a word. Touch one of its four [[components]]."
)
ENDING = (
    "**To remember.** An [[LSTM]] (long short-term memory) is a [[recurrent network]]: it reads a "
    "sequence step by step and hands on what it remembers. Its memory is the [[cell state]]; three "
    "[[gates]] say what of it stays, what comes in and what is let out. Nobody told it when to "
    "open them: it learned that from stories and right answers.\n\n"
    "**Used today.** LSTMs still serve where a small network follows data as it comes in, such as "
    "sensor readings, forecasts, or speech on a device. Today’s large language models are "
    "Transformers, which look back at all the words before instead of carrying a memory along."
)
MEASURED_TITLE = "How often are they right?"


def measured() -> str:
    """The share of right answers of both networks, as measured when they were trained: Markdown."""
    lstm, rnn = basket.right_after(basket.LSTM), basket.right_after(basket.RNN)
    seeds = len(basket.right_after_by_seed())
    near, far = min(lstm), max(lstm)
    return (
        f"Asked right after the last event, in stories that neither had read before: the LSTM "
        f"{_share(lstm[near])} right, this RNN {_share(rnn[near])}. After {far} sentences in which "
        f"nothing happens: the LSTM {_share(lstm[far])}, this RNN {_share(rnn[far])}. Guessing "
        f"gives {_share(0.25)}. Of {seeds} RNNs as large that were trained alike, this is the one "
        "that was right most often."
    )


def _share(value: float) -> str:
    return f"{100 * value:.0f} %"
