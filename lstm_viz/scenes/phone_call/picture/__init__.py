"""The film of the call: the drawing (``film``), and what is told in it (``call``)."""
