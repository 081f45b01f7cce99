"""What was run, a part each."""
