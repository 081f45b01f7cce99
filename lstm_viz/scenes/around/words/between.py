"""What is said of the way from one sequence to another."""

from __future__ import annotations

from lstm_viz.lesson.caption import Caption, caption
from lstm_viz.notation import percent
from lstm_viz.scenes.around.record.between import LETTERS, WAITS, Between


def told(run: Between) -> tuple[Caption, ...]:
    units, many = len(run.h), len(LETTERS)
    return (
        caption(
            "The encoder reads",
            f"A trained network reads {', '.join(LETTERS)} and then {WAITS} times “wait”. It says "
            "nothing yet.",
        ),
        caption(
            "All that is handed over: h and c",
            f"{units} numbers each, {2 * units} in all. However long the text was, there would "
            "not be one more.",
        ),
        caption(
            "The decoder says it again from these",
            f"It starts from that h and c, and reads “go” and “wait” only: {run.right(run.said)} "
            f"of {many} letters are right. In a translator or chatbot the decoder often is a "
            "second LSTM.",
        ),
        caption(
            "The same from zeros",
            "Without what was handed over, letters said rightly: "
            f"{run.right(run.said_from_zero)} of {many}. "
            "All it knew of the letters was in those numbers. For long texts they are a narrow "
            "door.",
        ),
    )


def told_of_attention(run: Between) -> tuple[Caption, ...]:
    best = int(run.shares.argmax())
    return (
        caption(
            "Attention was invented for that narrow door",
            "The decoder may look back at the h of every letter read. It looks with its own h, "
            "here the first one, at “go”.",
        ),
        caption(
            "One product for each letter",
            f"The decoder’s h times the h that the encoder had at {', '.join(LETTERS)}, summed "
            f"over all {len(run.h)} units: the more alike the two, the larger.",
        ),
        caption(
            "Softmax makes shares of them",
            f"They are 1 together. Letter {best + 1} gets most: {percent(run.shares[best])}.",
        ),
        caption(
            "And the h are mixed by these shares",
            "That sum is one more input of the decoder. This network was trained without "
            "attention, so where it looks means nothing: what is real here is how it is computed.",
            "context = sum of share · h",
        ),
    )
