"""How the network that describes pictures is made: an encoder of pixels and an LSTM, together.

The encoder moves more slowly than the LSTM: at one rate its features, which at first tell the LSTM
nothing, are pushed to their ends ±1 before they can.  Of the words that the LSTM would read next
some are hidden from it: it has to keep in its state what it saw, instead of guessing the form from
the colour just said.
"""

import json
from collections.abc import Iterator
from dataclasses import asdict

import numpy as np

from lstm_viz.learn import Adam, clip
from lstm_viz.networks.captions import file
from lstm_viz.networks.captions.captioner import Captioner, targets
from lstm_viz.networks.captions.look import look
from lstm_viz.networks.captions.scenes import LONGEST, training_scene, varied
from lstm_viz.networks.captions.scores import (
    PICTURES,
    RIVAL_PICTURES,
    SETS,
    Captions,
    nearest,
    score,
)
from lstm_viz.networks.recipes.recipe import Report
from lstm_viz.trace import Array

SEED = 0
STEPS = 24_000
BATCH_SIZE = 32
SCENES = 60_000
NEAR, FAR, FEATURES, HIDDEN_SIZE = 16, 32, 48, 64
LEARNING_RATE = 0.005
ENCODER_SHARE = 0.15
"""Of the learning rate."""
DECAY = 0.03
"""By how much of the learning rate weights shrink at each step."""
HIDDEN_WORDS = 0.3
TELL_EVERY = 1_000


def training(seed: int = SEED, steps: int = STEPS) -> Iterator[tuple[int, float, Captioner]]:
    """(step, loss, network after it), step by step; each time a picture is a little different."""
    rng = np.random.default_rng(seed)
    scenes = [training_scene(rng) for _ in range(SCENES)]
    drawn = np.array([scene.picture for scene in scenes])
    words, mask = targets([scene.caption for scene in scenes])
    captioner = Captioner.init(
        near=NEAR, far=FAR, features=FEATURES, hidden_size=HIDDEN_SIZE, rng=rng
    )
    adams = {"encoder": Adam(LEARNING_RATE), "model": Adam(LEARNING_RATE)}
    for step in range(1, steps + 1):
        rate = LEARNING_RATE * (1 - (step - 1) / steps)
        chosen = rng.integers(SCENES, size=BATCH_SIZE)
        hidden = rng.random((LONGEST - 1, BATCH_SIZE)) < HIDDEN_WORDS
        loss, gradients = captioner.loss_and_gradients(
            varied(drawn[chosen], rng), words[:, chosen], mask[:, chosen], hidden
        )
        clip(gradients, 1.0)
        moved: dict[str, Array] = {}
        for part, adam in adams.items():
            adam.learning_rate = rate * (ENCODER_SHARE if part == "encoder" else 1.0)
            own = {
                name: array
                for name, array in captioner.parameters.items()
                if name.startswith("encoder.") == (part == "encoder")
            }
            moved |= adam.moved(own, {name: gradients[name] for name in own})
        shrink = np.float32(1 - DECAY * rate)
        captioner = Captioner.from_parameters(
            {name: array * shrink if array.ndim == 2 else array for name, array in moved.items()}
        )
        yield step, loss, captioner


def made(tell: Report) -> bytes:
    """The file as it ships: trained in about three minutes, measured in ten seconds."""
    for step, loss, captioner in training():  # noqa: B007
        if step % TELL_EVERY == 0:
            tell(f"step {step:6,}  loss {loss:.4f}")
    return file.to_bytes(captioner, {**about(), **measured(captioner.astype(np.float64))})


def measured(captioner: Captioner) -> dict[str, str]:
    """As metadata."""
    found = {"scores": scores(captioner.captions), "rival": scores(nearest)}
    said = {name: json.dumps(of) for name, of in found.items()}
    return said | {"look": json.dumps(asdict(look(captioner)))}


def scores(captions: Captions) -> dict[str, list[float]]:
    """(exact captions, words) of each set."""
    found = {name: score(captions, name) for name in SETS}
    return {name: [round(one.exact, 4), round(one.words, 4)] for name, one in found.items()}


def about() -> dict[str, str]:
    settings = {
        "near": NEAR,
        "far": FAR,
        "features": FEATURES,
        "hidden_size": HIDDEN_SIZE,
        "batch_size": BATCH_SIZE,
        "learning_rate": LEARNING_RATE,
        "encoder_share": ENCODER_SHARE,
        "decay": DECAY,
        "hidden_words": HIDDEN_WORDS,
    }
    return {
        "name": file.NAME,
        "seed": str(SEED),
        "steps": str(STEPS),
        "settings": json.dumps(settings),
        "data": "drawn at random by this package",
        "held_out": f"{PICTURES} pictures of each set; the rival knows {RIVAL_PICTURES} pictures",
        "licence": "MIT",
        "made_by": f"python -m lstm_viz.networks make {file.NAME}",
    }
