"""What is said of the costs, and of the claim that an RNN is cheaper."""

OPENING = "What an [[RNN|plain-rnn]], a [[GRU]] and an [[LSTM]] take, by formula and by the clock."
