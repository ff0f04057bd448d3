"""From text to syntax: front matter, YAML nodes and the tree of the body."""
