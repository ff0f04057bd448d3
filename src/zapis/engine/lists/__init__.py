"""Lists of tasks, as fast as they can be known, and the overviews a build writes."""
