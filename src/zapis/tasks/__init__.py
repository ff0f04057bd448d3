"""Tasks over all meetings: the grammar of a task line, the tracker, questions to it."""
