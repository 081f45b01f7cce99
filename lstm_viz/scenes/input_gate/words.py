"""The input gate and the candidate: how much is taken in, and what, in words."""

OPENING = (
    "What could be written is the [[candidate]]; how much of it is, the [[input gate]]. "
    "Both are made from the same x and h."
)
ENDING = """\
- **Is the input gate the new information?** No: what is new is the candidate c̃. The input gate is a
  share between 0 and 1 and says how much of c̃ is taken in.
- **Why σ here and tanh there?** A share has no sign, so σ; content can push a cell state up or
  down, so [[tanh]].
- **Two biases or one?** PyTorch keeps `bias_ih` and `bias_hh` and adds both; only the sum counts,
  so here there is one. The rows are stacked i, f, g, o (g is the candidate c̃): the input
  gate’s come first, the candidate’s third.
"""
