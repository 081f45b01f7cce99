"""The page "Train one yourself": settings, the trainings of this server, the picture."""
