"""Start here: Mia's basket, read by an LSTM word by word, and then the cell that did it.

The first part asks how many fruit there are before the network says so; the second looks into the
cell of that network at the word where the reader was.
"""
