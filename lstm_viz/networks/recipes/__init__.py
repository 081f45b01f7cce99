"""How each shipped network is made and measured; for `python -m lstm_viz.networks`."""

from collections.abc import Mapping
from types import MappingProxyType

from lstm_viz.networks.recipes.basket import BASKET_LSTM, BASKET_RNN
from lstm_viz.networks.recipes.brackets import BRACKETS
from lstm_viz.networks.recipes.chorales import CHORALES
from lstm_viz.networks.recipes.plays import PLAYS
from lstm_viz.networks.recipes.recipe import Measured, MissingDataError, Recipe
from lstm_viz.networks.recipes.small import SMALL

_ALL = (*SMALL, BASKET_LSTM, BASKET_RNN, BRACKETS, *CHORALES, PLAYS)
RECIPES: Mapping[str, Recipe] = MappingProxyType(
    {recipe.name: recipe for recipe in sorted(_ALL, key=lambda made: made.name)}
)

__all__ = ["RECIPES", "Measured", "MissingDataError", "Recipe"]
