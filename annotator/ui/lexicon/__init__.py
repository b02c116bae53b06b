"""The lexicons of a person and of a project, from the window."""
