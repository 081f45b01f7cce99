"""The room of "Gradients through time"."""
