"""The output gate: what of the cell state is shown outside, in words."""

OPENING = (
    "What is seen outside is the [[hidden state]]: a squashed copy of the [[cell state]], "
    "as far as the [[output gate]] lets it out."
)
ENDING = """\
- **Is h the same as c?** No. c is the memory and has no bounds; h is o ⊙ tanh(c), always between −1
  and 1, and can be near 0 while c is large.
- **Is c used up by being shown?** No: the output gate works on a copy. c goes on as it is.
- **Is h the answer of the network?** Not yet: h is what an answer is computed from, by a layer with
  weights of its own. The same h goes into all four sums of the next step.
"""
