"""The player: one film, stepped through in the browser.  Knows no Streamlit."""

from lstm_viz.player.assets import script, style, template
from lstm_viz.player.board import board_payload
from lstm_viz.player.page import standalone_page
from lstm_viz.player.payload import compressed, payload, zipped
from lstm_viz.player.questions import questions_payload
from lstm_viz.player.settings import settings

__all__ = [
    "board_payload",
    "compressed",
    "payload",
    "questions_payload",
    "script",
    "settings",
    "standalone_page",
    "style",
    "template",
    "zipped",
]
