"""The lists behind the suggestions: what comes with the program, a person's own, the project's."""
