"""The app in a real Chromium. `helpers` is what the tests import; fixtures are in conftest."""
