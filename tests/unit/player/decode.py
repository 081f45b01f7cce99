"""What the browser reads out of a payload, read here."""

from base64 import b64decode

import numpy as np


def decode(packed):
    if packed["type"] == "oneHot":
        assert set(packed) == {"type", "shape", "columns"}
        rows, columns = packed["shape"]
        assert len(packed["columns"]) == rows
        return np.eye(columns, dtype=np.float32)[packed["columns"]]
    assert set(packed) == {"type", "shape", "data"} and packed["type"] == "float32"
    return np.frombuffer(b64decode(packed["data"]), "<f4").reshape(packed["shape"])
