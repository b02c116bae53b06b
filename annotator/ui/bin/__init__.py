"""The bin in the window: putting documents there, taking them back, removing them for good."""
