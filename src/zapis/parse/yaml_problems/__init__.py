"""What is wrong with YAML as Czech writers get it wrong, one kind of mistake a module."""
