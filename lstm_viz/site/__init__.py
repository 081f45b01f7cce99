"""The lesson as static pages: a recording of the app's own, which needs no server and no Python."""
