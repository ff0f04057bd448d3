"""One page for each diagnostic code: what it watches, why, a wrong and a right example."""
