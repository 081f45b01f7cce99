"""The scene on the output gate.

Its run is the one that all gate scenes share (``lesson/gates/record.py``); what the reader sets,
and the page around it, are in ``ui/gate_page.py``. ``controls`` hands it what is this scene's own.
"""
