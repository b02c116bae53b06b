"""Exporting from the window: the panel with its choices, and the job behind it."""
