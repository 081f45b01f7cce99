"""What is said of a piece, with numbers of the run on screen or of the network's file."""
