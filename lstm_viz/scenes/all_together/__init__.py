"""All together: one cell over a whole sentence."""
