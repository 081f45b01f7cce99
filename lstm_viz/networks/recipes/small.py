"""One small network for each task whose examples are drawn at random, but for the brackets.

With these few units each can be read as a strip. The seeds are the first of 0, 1, … with which the
task is solved.
"""

from lstm_viz.networks.recipes.for_task import Settings, drawn

SMALL = (
    # It takes both: with the usual forget bias of 1 this network names the first symbol in three
    # of four sequences, and from sequences of 50 steps alone it learns nothing.
    drawn(
        "first-symbol",
        Settings(
            task="first-symbol",
            size=50,
            hidden_size=3,
            seed=0,
            steps=2_000,
            forget_bias=3.0,
            shortest=2,
        ),
    ),
    drawn("parity", Settings(task="parity", size=20, hidden_size=2, seed=0, steps=1_000)),
    drawn("anbn", Settings(task="anbn", size=20, hidden_size=2, seed=0, steps=2_000)),
    drawn(
        "adding",
        Settings(
            task="adding",
            size=50,
            hidden_size=2,
            seed=1,
            steps=4_000,
            forget_bias=3.0,
            shortest=10,
        ),
    ),
    drawn("copying", Settings(task="copying", size=10, hidden_size=16, seed=0, steps=4_000)),
    drawn(
        "reber",
        Settings(task="reber", size=30, hidden_size=6, seed=0, steps=3_000, forget_bias=3.0),
    ),
)
