"""A line, the vector it becomes, the reply that comes of it, and what was weighed beside them."""

from lstm_viz.scenes.chatbot.picture.board import chat_board

__all__ = ["chat_board"]
