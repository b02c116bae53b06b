"""Giving documents to colleagues: who gets what, and a project file for each."""
