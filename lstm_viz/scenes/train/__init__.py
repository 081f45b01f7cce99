"""Training a cell in front of the reader: what is set, what is kept of it, what to look for."""
