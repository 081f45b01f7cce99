"""What of the page "Step through a cell" knows Streamlit."""
