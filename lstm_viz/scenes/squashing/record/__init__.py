"""What was run, one module a part of the page: σ, tanh."""
