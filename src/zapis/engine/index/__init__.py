"""What zapis remembers of a workspace between its runs, in one SQLite file; a mere cache."""
