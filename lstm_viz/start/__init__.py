"""What stands in the root of a clone, for where there is none: ``app.py`` and its settings.

``streamlit run`` looks for ``.streamlit/config.toml`` beside the file that it starts, and finds the
same settings wherever the app is started from.
"""

from pathlib import Path
from typing import Final

APP: Final = Path(__file__).with_name("app.py")
