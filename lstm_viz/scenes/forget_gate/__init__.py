"""The scene on the forget gate, told on Mia's basket; its page is ``ui/gate_page.py``."""
