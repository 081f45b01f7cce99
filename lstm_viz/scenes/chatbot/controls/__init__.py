"""The page: a line, the same in other words, the network and how it searches, and the cell."""

from lstm_viz.scenes.chatbot.controls.page import page

__all__ = ["page"]
