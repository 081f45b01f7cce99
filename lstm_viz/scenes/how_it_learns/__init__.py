"""How it learns: one real training of the basket’s networks, and what a step of it does."""
