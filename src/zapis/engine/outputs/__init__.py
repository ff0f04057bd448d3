"""Documents and their places: put there, told from those of people, and removed."""
