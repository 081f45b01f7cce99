"""What a step of each cell costs, as a board."""
