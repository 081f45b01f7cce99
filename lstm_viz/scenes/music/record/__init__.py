"""A piece that is asked for, and what is drawn and said of it."""
