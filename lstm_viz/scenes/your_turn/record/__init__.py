"""The numbers of one step, how they follow from each other, and how an answer is judged."""
