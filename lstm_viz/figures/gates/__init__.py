"""The stages at which the films of the gate scenes stop."""
