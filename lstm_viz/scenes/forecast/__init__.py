"""Forecast: a series goes on, as the reader draws it, as two plain guesses and an LSTM have it."""
