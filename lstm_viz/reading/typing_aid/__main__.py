"""Measure anew what the network and a trigram model save: writes ``savings.json``."""

import json
import sys
from importlib import resources

from lstm_viz.learn import one_thread
from lstm_viz.networks.recipes.recipe import MissingDataError
from lstm_viz.reading.typing_aid.measure import measured
from lstm_viz.reading.typing_aid.savings import FILE


def main() -> None:
    one_thread()
    try:
        found = measured(print)
    except MissingDataError as missing:
        sys.exit(str(missing))
    with resources.as_file(FILE) as file:
        file.write_text(json.dumps(found, indent=2, ensure_ascii=False) + "\n", "utf-8")
        print(f"wrote {file}")


if __name__ == "__main__":
    main()
