"""From syntax to the model: what the author meant by what stands in the file."""
