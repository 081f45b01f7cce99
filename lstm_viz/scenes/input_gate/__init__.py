"""The scene on the input gate, told on Mia's basket; its page is ``ui/gate_page.py``."""
