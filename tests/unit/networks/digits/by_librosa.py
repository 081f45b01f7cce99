"""What librosa makes of some sounds: `python -m tests.unit.networks.digits.by_librosa` writes it.

It needs `pip install librosa==0.11.0`, which is not among the tests' packages: to be installed and
to compile itself takes it a minute.
"""

from pathlib import Path

import numpy as np

from lstm_viz.inputs.sound import RATE
from lstm_viz.networks.digits.mfcc import BANDS, COEFFICIENTS, HOP, WINDOW
from lstm_viz.networks.digits.recordings import RECORDINGS, word_of

FILE = Path(__file__).with_name("by_librosa.npz")
LENGTHS = (400, 599, 1_001, 8_000)


def sounds() -> dict[str, np.ndarray]:
    """The recordings that ship, and noise and a tone of some lengths."""
    rng = np.random.default_rng(0)
    found = {name: word_of(name) for name in RECORDINGS}
    for length in LENGTHS:
        found[f"noise {length}"] = rng.normal(size=length)
        found[f"tone {length}"] = np.sin(np.arange(length) * 0.3) * 1e-3
    return found


def by_librosa(samples: np.ndarray) -> np.ndarray:
    """With torchaudio's settings: HTK's mel, triangles of height 1, 80 dB below the loudest."""
    import librosa

    power = librosa.feature.melspectrogram(
        y=samples, sr=RATE, n_fft=WINDOW, hop_length=HOP, n_mels=BANDS, htk=True, norm=None,
        fmin=0, fmax=RATE / 2, center=True, pad_mode="reflect", power=2.0,
    )  # fmt: skip
    level = librosa.power_to_db(power, ref=1.0, amin=1e-10, top_db=80.0)
    return np.asarray(librosa.feature.mfcc(S=level, n_mfcc=COEFFICIENTS, norm="ortho")).T


if __name__ == "__main__":
    made = {name: by_librosa(samples).astype(np.float32) for name, samples in sounds().items()}
    np.savez_compressed(FILE, **made)
    print(f"wrote {FILE}")
