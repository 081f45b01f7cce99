"""The whole app in the browser: Streamlit and Python there (stlite on Pyodide), no server."""

from lstm_viz.site.in_browser.build import add, address

__all__ = ["add", "address"]
