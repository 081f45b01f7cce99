"""Three cells: a simple RNN, a GRU and an LSTM on one input, in step, and in a race."""
