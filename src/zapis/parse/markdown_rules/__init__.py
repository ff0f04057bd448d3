"""The rules of Markdown as minutes are written in it, one rule a file."""
