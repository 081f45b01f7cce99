"""The part of safetensors that the app uses, in Python: the package itself is machine code."""


class SafetensorError(Exception):
    """A file is not what the format asks for."""
