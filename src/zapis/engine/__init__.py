"""What is made, when and where: the only room that knows of time, files and folders at once."""
