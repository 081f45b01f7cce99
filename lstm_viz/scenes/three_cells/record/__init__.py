"""Three cells on one sequence; the recorded races; what was published."""
