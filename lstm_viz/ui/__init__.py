"""Everything that knows Streamlit: the player component, controls, links, navigation."""
