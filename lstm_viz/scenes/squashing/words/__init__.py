"""What is said on squashing: here of the whole page, and one module for each of its parts."""

PART_TITLES = {"sigmoid": "σ: gates", "tanh": "tanh: values"}
"""In the order in which they are shown."""

OPENING = (
    "[[σ|sigmoid]] makes a share of any number, between 0 and 1; [[tanh]] a value, between −1 "
    "and 1."
)
ENDING = (
    "**To remember.** σ makes gates: shares between 0, nothing passes, and 1, all does. tanh makes "
    "values between −1 and 1. Both bend every value a little and large ones a lot, so nothing "
    "leaves its range, however often it is multiplied."
)
