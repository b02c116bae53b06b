"""Importing from the window: dropped files, the worker behind it, and the one question about encodings."""
