"""The scene on the output gate."""
