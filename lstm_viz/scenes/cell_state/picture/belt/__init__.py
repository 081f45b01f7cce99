"""The conveyor belt as a board."""
