"""What the browser reads out of a payload, read here."""

from base64 import b64decode

import numpy as np


def decode(packed):
    if "oneHot" in packed:
        assert set(packed) == {"shape", "oneHot"}
        rows, columns = packed["shape"]
        assert len(packed["oneHot"]) == rows
        return np.eye(columns, dtype=np.float32)[packed["oneHot"]]
    assert set(packed) == {"shape", "float32"}
    return np.frombuffer(b64decode(packed["float32"]), "<f4").reshape(packed["shape"])
