"""A training as a picture: its curves, and the gates at one example, checkpoint by checkpoint."""
