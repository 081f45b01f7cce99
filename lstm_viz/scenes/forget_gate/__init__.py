"""The scene on the forget gate."""
