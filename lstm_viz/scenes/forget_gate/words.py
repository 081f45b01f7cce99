"""The forget gate: how much of the old cell state stays, in words."""

OPENING = (
    "How much of the [[cell state]] stays, and how much is let go? At every step the "
    "[[forget gate]] says so."
)
ENDING = """\
- **Which rows are the forget gate’s?** `weight_ih`, `weight_hh` and the [[bias]] have H rows for
  each gate, stacked in the order i, f, g, o: H to 2H − 1 are the forget gate’s. Here H is 4, so
  they are rows 4 to 7, counted from 0.
- **One gate or many?** A [[gate]] is a vector with one number for each unit. “The forget gate is
  at 0.7” can only be said of a unit, or of an average.
- **Does 1 forget?** No: 1 keeps everything, 0 forgets. And the gate never looks at what it lets
  stay: it is made from x and the [[hidden state]], and meets c only at the ×.
- **What do the units hold before the first step?** What “My” has left, the word before. The weights
  are random: nothing has been learned, so what is kept means nothing. How it is computed is the
  same in a trained cell.
"""
