"""What is said on squashing: here of the whole page, and one module for each of its parts."""

PART_TITLES = {"tanh": "tanh: values", "sigmoid": "σ: gates", "gradient": "tanh: gradients"}
"""In the order in which they are shown."""

OPENING = (
    "[[tanh]] squashes any value to between −1 and 1, [[σ|sigmoid]] to between 0 and 1. What is "
    "that "
    "good for, and what not?"
)
ENDING = (
    "**To remember.** tanh and σ bend every value a little and large ones a lot, so nothing leaves "
    "their range. The price is the [[slope]]: at most 1 for tanh, at most ¼ for σ, and close to 0 "
    "where they are flat. Going back through time these slopes are multiplied with each other, and "
    "with U at every step. "
    "In an LSTM the gradient has another way: along the [[cell state]] it is multiplied by the "
    "[[forget gate]] alone."
)
