"""From a project, or from files, to files of another format."""
