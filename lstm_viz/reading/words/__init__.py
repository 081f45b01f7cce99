"""Plain sentences about the records; every number is taken from a record."""
