"""Chatbot: say something, and see how a reply comes of it, word by word."""

from lstm_viz.scenes.chatbot.controls import page

page()
