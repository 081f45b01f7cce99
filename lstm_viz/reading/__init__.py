"""What a trained next-character network does with a text: reads, remembers, expects, writes on.

The records (``record``, ``find``, ``effect``, ``writing``) and the sentences on them (``words``)
know no network; ``read`` and ``write`` make records with one.
"""
