"""What the page measures when it is first opened, over some 200 networks: for ``ui.ahead``."""


def make() -> None:
    """The recorded film and the words around it, kept on this server."""
    from lstm_viz.scenes.how_it_learns.controls.stage import measured_words, recorded_film

    recorded_film()
    measured_words()
