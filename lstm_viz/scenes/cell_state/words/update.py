"""The cell state: what was kept plus what is written, step after step, in words."""

OPENING = (
    "Keep, write, add: the new [[cell state]] is what the [[forget gate]] kept plus what "
    "the [[input gate]] let in."
)
ENDING = """\
- **Do the two gates make up one whole?** No: f and i come from different rows of weights. Both can
  be open (then c grows), both shut (then it is emptied). A [[GRU]] does tie them: there the share
  that is kept and the share that is written add up to 1.
- **Is c between −1 and 1?** Only what is written at one step is; c is a sum over steps.
- **Are the four numbers four steps?** No: they are four [[unit]]s, side by side in one vector, and
  each goes through all the steps.
"""
