"""The story: what a story is, the call as it is told, and the call told anew after a change."""
