"""The page "Read along": its screen and link, the text with its picture, panels and cell."""
