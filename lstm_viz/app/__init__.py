"""The app as Streamlit runs it: ``main.py``, and one thin file a page. Imported by nothing else."""
