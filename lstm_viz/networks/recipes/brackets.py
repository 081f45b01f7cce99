"""How the bracket network is made: an LSTM learns whether all brackets are closed.

After every character it is asked one question with three answers: too many closed, all closed,
still open. Nobody tells it the depth. To answer it has to count, and the cell state is where it
can. Beside what `learn.train` does, three things help it to count for ever and its readers to see
it: noise on the weights, a pull on the recurrent ones, and a learning rate that falls to 0.
"""

import json
from dataclasses import asdict

import numpy as np

from lstm_viz.cells import LSTM
from lstm_viz.learn import Adam, Linear, Model, cross_entropy
from lstm_viz.networks.brackets import HIDDEN_SIZE
from lstm_viz.networks.recipes.bracket_scores import all_scores
from lstm_viz.networks.recipes.for_task import DATA
from lstm_viz.networks.recipes.for_task import measured as measured_on_task
from lstm_viz.networks.recipes.recipe import Measured, Recipe, Report
from lstm_viz.networks.stored import Stored
from lstm_viz.signals import LSTM_SIGNALS, gates
from lstm_viz.tasks import TASKS
from lstm_viz.tasks.bracket_strings import answers, depths, random_strings
from lstm_viz.tasks.sampling import one_hot

TASK = TASKS["brackets"]
# One unit comes to count with every seed tried (0 to 3, and 0 to 5 with two units), and often two
# count side by side. With this seed the others found different work, so there is more to see.
SEED = 1
STEPS = 10_000
BATCH_SIZE = 64
SHORTEST, LONGEST = 2, 20
OVERCLOSED = 0.3
LEARNING_RATE = 0.02
# Pulls weight_hh towards 0, for the reader's sake: what a gate does then depends on the character
# alone. (Without it the answers are as good, but the units beside the counting one are a muddle.)
FEEDBACK_DECAY = 0.01
# Every batch is run with weights that are off at random. Only gates far out in the flat ends of σ
# and tanh take no harm from that, and out there "(" adds 1, ")" takes 1 away and nothing else
# happens. Without it the count is right up to the lengths trained on and drifts off beyond them.
WEIGHT_NOISE = 1.0
RECURRENT = "layers.0.weight_hh"
TELL_EVERY = 500


def untrained(rng: np.random.Generator) -> Model:
    """In float64, as its count is looked at closely; with a read-out large enough to be heard."""
    cell = LSTM.init(input_size=len(TASK.inputs), hidden_size=HIDDEN_SIZE, rng=rng)
    read_out = rng.normal(0, 0.5, (HIDDEN_SIZE, len(TASK.outputs)))
    return Model((cell,), Linear(read_out.T, np.zeros(len(TASK.outputs))))


def perturbed(model: Model, rng: np.random.Generator) -> Model:
    """The network with noise on the weights of its cell."""
    return Model.from_parameters(
        model.kind,
        {
            name: value
            if name.startswith("head")
            else value + WEIGHT_NOISE * rng.standard_normal(value.shape)
            for name, value in model.parameters.items()
        },
    )


def step(model: Model, adam: Adam, rng: np.random.Generator) -> tuple[float, Model]:
    """The loss on a fresh batch, and the network one step on."""
    length = int(rng.integers(SHORTEST, LONGEST, endpoint=True))
    columns = random_strings(rng, BATCH_SIZE, length, overclosed=OVERCLOSED)
    noisy = perturbed(model, rng)
    forward = noisy.run(one_hot(columns, len(TASK.inputs)))
    loss = cross_entropy(forward.outputs, answers(columns))
    gradients = noisy.backward(forward, loss.grad)
    gradients[RECURRENT] = gradients[RECURRENT] + FEEDBACK_DECAY * model.parameters[RECURRENT]
    return loss.value, Model.from_parameters(model.kind, adam.moved(model.parameters, gradients))


def train(tell: Report, seed: int = SEED, steps: int = STEPS) -> Stored:
    """The network after all its training; deterministic for a seed."""
    rng = np.random.default_rng(seed)
    model = untrained(rng)
    adam = Adam(LEARNING_RATE)
    for done in range(steps):
        adam.learning_rate = LEARNING_RATE * (1 - done / steps)
        loss, model = step(model, adam, rng)
        if (done + 1) % TELL_EVERY == 0:
            tell(f"step {done + 1:6,}  loss {loss:.4f}")
    return Stored(counting_first(model), metadata(seed, steps))


def counting_first(model: Model) -> Model:
    """The same function with the unit whose c follows the depth best in first place, c rising.

    Which unit counts, and whether up or down, is chance. Renumbering the units changes nothing, nor
    does turning a unit's c and h around: −tanh(z) = tanh(−z), and whoever reads h reads −h.
    """
    columns = random_strings(np.random.default_rng(0), 100, LONGEST)
    c = model.run(one_hot(columns, len(TASK.inputs))).traces[0].c.reshape(-1, HIDDEN_SIZE)
    follows = np.corrcoef(c.T, depths(columns).ravel())[-1, :-1]
    order = np.argsort(-np.abs(follows), kind="stable")
    sign = np.sign(follows[order])
    old, (cell,) = model.parameters, model.layers
    rows = LSTM.stack(**{gate: cell.rows(gate).start + order for gate in gates(LSTM_SIGNALS)})
    same = np.ones(HIDDEN_SIZE)
    turn = LSTM.stack(i=same, f=same, g=sign, o=same)
    return Model.from_parameters(
        model.kind,
        {
            "layers.0.weight_ih": turn[:, np.newaxis] * old["layers.0.weight_ih"][rows],
            "layers.0.weight_hh": turn[:, np.newaxis] * old[RECURRENT][rows][:, order] * sign,
            "layers.0.bias": turn * old["layers.0.bias"][rows],
            "head.weight": old["head.weight"][:, order] * sign,
            "head.bias": old["head.bias"],
        },
    )


def metadata(seed: int = SEED, steps: int = STEPS) -> dict[str, str]:
    settings = {
        "hidden_size": HIDDEN_SIZE,
        "batch_size": BATCH_SIZE,
        "lengths": [SHORTEST, LONGEST],
        "overclosed_share": OVERCLOSED,
        "learning_rate": LEARNING_RATE,
        "feedback_decay": FEEDBACK_DECAY,
        "weight_noise": WEIGHT_NOISE,
    }
    return {
        "name": "brackets",
        "task": TASK.id,
        "size": str(LONGEST),
        "seed": str(seed),
        "steps": str(steps),
        "settings": json.dumps(settings),
        **DATA,
    }


def measured(stored: Stored) -> Measured:
    """As any network of the task, and on longer strings than it was trained on as well."""
    on_task = measured_on_task(stored)
    also = {
        "scores": json.dumps(
            {name: asdict(score) for name, score in all_scores(stored.model).items()}
        )
    }
    return Measured(on_task.score, on_task.score_name, on_task.chance, also=also)


BRACKETS = Recipe("brackets", train, measured)
