"""Chatbot: a line is read into one vector, and a reply is written from it, word by word."""
