"""The conveyor belt: one cell state over many steps, the second part of its scene."""
