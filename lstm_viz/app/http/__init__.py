"""What the app's server adds to Streamlit's, as ASGI middleware."""
