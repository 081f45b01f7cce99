"""All tests: `python -m tests`. Folders under `unit` mirror `lstm_viz`."""
