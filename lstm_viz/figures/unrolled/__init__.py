"""The row of all cells of a run, unrolled."""
