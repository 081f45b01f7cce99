"""Step through a cell."""
