"""What a trained next-character network does with a text: reads, remembers, expects, writes on.

The records (`record`, `ledger`, `find`, `effect`, `writing`) and the words for them (`told`) know
no network; `read` and `write` make them with one.
"""
