"""What it is used for: five tasks, and when each reads and answers."""
