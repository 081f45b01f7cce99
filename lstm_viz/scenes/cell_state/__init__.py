"""The scene on the cell state."""
