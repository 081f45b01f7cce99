"""The network of "Read along" as a typing aid: what it offers, and the keys that this saves."""
