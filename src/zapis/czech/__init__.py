"""Czech dates, deadlines, names, numbers and typography, as pure functions over text."""
