"""`zapis ukoly`: what is open, by deadline."""
