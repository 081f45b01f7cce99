"""What is said of a training: presets with what to look for, and a caption for each checkpoint."""
