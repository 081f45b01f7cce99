"""The two pictures of the page: the story as a row of words, and the cell with its components."""
