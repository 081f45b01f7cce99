"""Speech: a spoken digit goes in, a belief grows frame by frame, one word comes out."""
