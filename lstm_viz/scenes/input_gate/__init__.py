"""The scene on the input gate."""
