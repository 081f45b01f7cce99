"""What is said of the runs: captions, what stands around the picture."""
