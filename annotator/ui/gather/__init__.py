"""Gathering in the window: what came of each file, what is asked, and the answers."""
