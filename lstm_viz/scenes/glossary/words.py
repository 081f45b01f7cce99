"""Where the lesson comes from, what its papers brought, and its claims beside what is so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reference:
    """``title`` as the lesson or the paper has it; ``note`` is one sentence, of ours."""

    title: str
    url: str
    by: str
    note: str


@dataclass(frozen=True)
class Verdict:
    """A claim, a word or two of verdict, and one sentence (with ``[[terms]]``) on what is so."""

    claim: str
    verdict: str
    so: str
    scene: str
    """The scene whose run shows it; empty if there is nothing to run."""


LESSON: tuple[Reference, ...] = (
    Reference(
        "Stanford Deep Learning Lectures",
        "http://cs224d.stanford.edu/lectures/",
        "CS224d",
        "The slides of a whole course, Deep Learning for Natural Language Processing.",
    ),
    Reference(
        "Stanford Lecture about LSTMs",
        "http://cs224d.stanford.edu/lectures/CS224d-Lecture9.pdf",
        "CS224d, lecture 9",
        "Those who cite it call it a lecture on machine translation that uses GRUs and LSTMs.",
    ),
    Reference(
        "Article Describing the Components of LSTMs",
        "https://towardsdatascience.com/understanding-gru-networks-2ef37df6c9be",
        "Towards Data Science",
        "Its address reads “understanding GRU networks”: an article on [[GRUs]], which have no "
        "cell state and no output gate.",
    ),
    Reference(
        "Illustrating the Architecture of LSTMs",
        "https://towardsdatascience.com/illustrated-guide-to-lstms-and-gru-s-a-step-by-step-"
        "explanation-44e9eb85bf21",
        "Towards Data Science",
        "The “Illustrated Guide to LSTM’s and GRU’s”, which draws both cells gate by gate.",
    ),
    Reference(
        "Paper about an LSTM",
        "https://arxiv.org/pdf/1412.3555.pdf",
        "Chung, Gulcehre, Cho & Bengio 2014",
        "Not about an LSTM alone: it compares LSTM, GRU and tanh units, see below.",
    ),
)
"""The references as the lesson gives them, with what stands at the address."""

PAPERS: tuple[Reference, ...] = (
    Reference(
        "Long Short-Term Memory",
        "https://doi.org/10.1162/neco.1997.9.8.1735",
        "Hochreiter & Schmidhuber 1997, Neural Computation 9(8):1735–1780",
        "Brought the cell state that is carried on by adding alone, with an input and an output "
        "gate and no forget gate yet.",
    ),
    Reference(
        "Learning to Forget: Continual Prediction with LSTM",
        "https://doi.org/10.1162/089976600300015015",
        "Gers, Schmidhuber & Cummins 2000, Neural Computation 12(10):2451–2471",
        "Brought the forget gate, so that a cell can empty itself in a sequence that never ends.",
    ),
    Reference(
        "Learning Phrase Representations using RNN Encoder–Decoder for Statistical Machine "
        "Translation",
        "https://arxiv.org/abs/1406.1078",
        "Cho et al. 2014, arXiv 1406.1078",
        "Brought the unit with a reset and an update gate that is now called [[GRU]].",
    ),
    Reference(
        "Empirical Evaluation of Gated Recurrent Neural Networks on Sequence Modeling",
        "https://arxiv.org/abs/1412.3555",
        "Chung, Gulcehre, Cho & Bengio 2014, arXiv 1412.3555",
        "Compared LSTM, GRU and tanh units on music and speech: the gated ones did better on the "
        "whole, most of all on speech, and neither of the two won everywhere.",
    ),
)

VERDICTS: tuple[Verdict, ...] = (
    Verdict(
        "An LSTM leaves back-propagated gradients unchanged.",
        "Not in general",
        "Along the [[cell state]] alone a [[gradient]] is multiplied by the [[forget gate]] at "
        "every step, and through the [[hidden state]] it may shrink or grow besides.",
        "cell-state",
    ),
    Verdict(
        "The frequent use of tanh reduces vanishing and exploding gradients.",
        "Half so",
        "[[tanh]] bounds values and so tames [[exploding]], but its [[slope]] is at most 1, which "
        "makes [[vanishing]] worse for the W shown there.",
        "how-it-learns",
    ),
    Verdict(
        "The forget gate is where the short-term memory comes from.",
        "The other one",
        "The [[hidden state]] is what is loosely called the [[short-term memory]]; the "
        "[[forget gate]] edits the [[long-term|long-term memory]] one.",
        "forget-gate",
    ),
    Verdict(
        "The components of LSTMs are described in the article it names.",
        "Probably not",
        "The address of the article says that it is on [[GRUs]], which have two gates and no "
        "[[cell state]].",
        "",
    ),
)
"""What the lesson says, beside what is so."""
