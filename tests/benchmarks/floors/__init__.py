"""Floors: the least that could be done, each a script of its own, without our program."""
