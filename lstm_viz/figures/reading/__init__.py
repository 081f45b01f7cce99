"""The aligned picture of "Read along": a column a character, a row a signal."""
