"""Many items through one function, here or in several processes."""
