"""What is said of a series and its forecasts: each word holds whichever way a run comes out."""
