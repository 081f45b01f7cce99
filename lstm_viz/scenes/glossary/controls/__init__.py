"""What of the glossary's page knows Streamlit."""
