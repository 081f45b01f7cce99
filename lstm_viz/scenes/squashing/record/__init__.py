"""What was run, one module a part of the page: tanh, σ, gradients."""
