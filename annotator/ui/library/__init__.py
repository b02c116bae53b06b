"""The list of documents: search, filter, status."""
