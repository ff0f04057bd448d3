"""`zapis ukoly`: the list of tasks, and the commands that show and change one."""

from zapis.cli.tasks.listing import command

__all__ = ["command"]
