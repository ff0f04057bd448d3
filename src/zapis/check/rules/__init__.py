"""One rule a file, named by what it watches; `zapis.check.RULES` has their order."""
