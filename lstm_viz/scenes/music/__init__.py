"""Music: a network goes on with a chorale, seen, heard and looked into."""
