"""The commands of `zapis sablony`: list, copy, check, and the fields that templates may use."""
