"""The frozen model of a meeting: what was said, without a word on how it looks."""
