"""Překladač zápisů z jednání: a compiler of Czech meeting minutes."""

__version__ = "0.1.0"
