"""Your turn: one step of a cell, carried out by hand and judged number by number."""
