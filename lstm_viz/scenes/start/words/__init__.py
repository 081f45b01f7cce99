"""What is said of the story and of the cell, with the numbers of the run on screen."""
