"""A class that opens the app at once: what its students wait for. See ``__main__``."""
