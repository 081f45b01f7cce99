"""The teaching content as data: stories, their sentences and the claims that tests check."""
