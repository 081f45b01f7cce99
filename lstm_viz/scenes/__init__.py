"""The scenes, a room each: record, words, questions, picture, and controls (Streamlit)."""
