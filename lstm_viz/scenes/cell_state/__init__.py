"""The cell state: kept plus written at one word of Mia's story, and carried over many."""
