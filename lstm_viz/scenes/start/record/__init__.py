"""What the page is computed from: the story, one step of its run, and what a reader types."""
