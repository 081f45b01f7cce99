"""The pictures of the two parts of the page: one update, and the conveyor belt."""
