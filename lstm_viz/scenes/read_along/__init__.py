"""Read along: a trained network reads a text."""
