"""The scene on the output gate, told on Mia's basket; its page is ``ui/gate_page.py``."""
