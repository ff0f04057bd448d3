"""Diagnostics and lists of tasks as text: for people, for programs, for GitHub."""
