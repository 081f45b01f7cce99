"""What is said, a part each."""
