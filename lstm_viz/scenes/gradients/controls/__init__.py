"""What of the page "Gradients through time" knows Streamlit."""
