"""What it costs: a step of an RNN, a GRU and an LSTM, by formula and by the clock."""
