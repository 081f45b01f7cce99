"""Around the cell: what an LSTM is wired into, on real networks with real numbers."""
