"""The value of the current span: what rules read there, and the names to choose from."""
