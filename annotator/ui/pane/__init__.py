"""The article pane: the read-only text with spans painted on it."""
