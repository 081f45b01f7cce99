"""Squashing: what tanh and σ do to values, gates and gradients."""
