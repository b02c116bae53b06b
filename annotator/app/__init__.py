"""Use cases: the open project, importing, exporting, settings; no Qt."""
