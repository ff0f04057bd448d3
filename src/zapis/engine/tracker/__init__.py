"""The tracker of a workspace: brought up to date, changed by commands, saved under a lock."""
