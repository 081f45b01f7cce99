"""A training: its settings, its run, what is recorded of it, and a network from a file."""
