"""The phone call: a friend rings while you think of something else."""
