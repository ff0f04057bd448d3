"""`zapis ukoly` and its commands, one file each."""
