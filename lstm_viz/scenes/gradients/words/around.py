"""What stands around the picture."""

from __future__ import annotations

from lstm_viz.scenes.gradients.record.cells import INPUT_SCALE
from lstm_viz.scenes.gradients.record.run import RATE

OPENING = "**Why gates at all?** How much of one [[gradient]] comes back to the first word?"
ENDING = (
    "**To remember.** At every step back a gradient is multiplied. In an RNN by U and slopes of "
    "tanh, in an LSTM along the cell state by [[forget gates|forget-gate]] alone, and some of it "
    "goes round through h. What arrives is what can be learned; see which cell learns:"
)
PRESETS = {
    "fresh": "Fresh weights",
    "vanishing": "Vanishing",
    "exploding": "Exploding",
    "open": "Forget gates wide open",
    "saturated": "Saturated gates",
    "trained": "A trained network",
}
KINDS = {"sentence": "Sentence", "numbers": "Numbers"}
EXAMPLES = {"numbers": "1, 0, 0, 0, 0, 0, 0, 0, 0, 0"}
MEASURED_TITLE = "How are the cells matched, and what is measured?"
MEASURED = (
    "**The cells** have as many units and weights from one seed. The weights of h are orthogonal "
    "times the gain, so that at gain 1 a vector keeps its length; those of x are normal with a "
    f"deviation of {INPUT_SCALE:g} times the gain. The RNN’s weights are those of the GRU’s and of "
    "the LSTM’s candidate; the GRU’s update gate (its share that is kept) has the weights and the "
    "bias of the LSTM’s forget gate, its reset gate those of the input gate. A text that is "
    "shorter than the length is read again from its beginning.\n\n"
    "**The loss** is ½·(answer − right)² after the last step. The answer is read from h by the "
    "same vector of length 1 in all cells and is off by 1, so that ‖∂loss/∂h‖ is 1 at the end. "
    "Every size on the way back is exact: full back-propagation in 64 bits, brought back to a size "
    "near 1 every few steps, so that nothing on the way is lost below the smallest or above the "
    "largest number.\n\n"
    "**The weight change** is the learning rate "
    f"({RATE:g}) times the gradient that the early step alone gives the weights of x; clipping "
    "shortens the gradient by all weights, over the whole sequence, to length 1 if it is longer.\n"
    "\n**The roads**: ∂c at the end by c at a step is a matrix; its direct part has the products "
    "of the forget gates on its diagonal, the rest goes round. Their sizes are spectral norms, the "
    "most that a small change of c can have become.\n\n"
    "**The trained networks** are the LSTM and the RNN that read Mia’s basket; they are asked how "
    "many apples there are, and their gradients begin with length 1, too."
)
TRAIN_IT = "Train it: {cell}, the first symbol over {size} steps"
