"""``python -m lstm_viz.site OUT``: write the site into a folder."""

import sys
from pathlib import Path

from lstm_viz.site.write import write_site

write_site(Path(sys.argv[1]))
