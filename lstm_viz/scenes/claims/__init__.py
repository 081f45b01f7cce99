"""Is it true? What people say about LSTMs, each put to a test that runs here and now."""
