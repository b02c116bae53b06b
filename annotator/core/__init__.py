"""The words of the program as data and pure functions: spans, labels, layers, changes, history."""
