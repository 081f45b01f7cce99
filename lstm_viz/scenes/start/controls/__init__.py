"""The start page: the story, the row in which it is changed, the cell, and the map below."""
