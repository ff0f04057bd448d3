"""What zapis remembers of a workspace between its runs, in one SQLite file; a mere cache.

`look` sees from outside whether anything has changed, `refresh` reads again what has, `finished`
keeps what an update of the tracker made of it all. Nothing here ever makes a command fail.
"""
