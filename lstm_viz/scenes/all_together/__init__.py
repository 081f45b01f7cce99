"""All together: Mia's story in one row with all gates and states, and the cell at any of it."""
