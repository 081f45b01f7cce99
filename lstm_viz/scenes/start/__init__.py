"""Start here: the four components of an LSTM, told on one real time step."""
