"""A claim and its test, as a board."""

from lstm_viz.scenes.claims.picture.board import claim_board

__all__ = ["claim_board"]
