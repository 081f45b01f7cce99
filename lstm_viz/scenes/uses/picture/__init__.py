"""What an LSTM is used for, as a board."""
