"""What is said of three cells on one input; each word holds whichever way a run comes out."""
