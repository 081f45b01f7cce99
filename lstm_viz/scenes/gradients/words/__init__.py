"""What is said of the way back: computed from the run, whatever is set."""
