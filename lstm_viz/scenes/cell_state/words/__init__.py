"""What is said in the two parts of the page: one update, and the conveyor belt."""
