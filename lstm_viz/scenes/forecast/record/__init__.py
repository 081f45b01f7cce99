"""A series, the training of an LSTM on its beginning, and what each forecast says of its end."""
