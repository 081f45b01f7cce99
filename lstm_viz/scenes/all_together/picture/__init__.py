"""The two pictures of the page: the row of all sentences, and the cell at one of them."""
