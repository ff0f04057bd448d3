"""From the model to documents: one view, and from it HTML and Word."""
