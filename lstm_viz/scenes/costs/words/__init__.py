"""What is said of the costs, and of the claim that an RNN is cheaper."""
