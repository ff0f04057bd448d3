"""The command line: arguments to the engine, results to people, exit codes."""
