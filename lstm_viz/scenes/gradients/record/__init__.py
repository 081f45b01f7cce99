"""What was run: three cells on one sequence, and the way back of their gradients."""
