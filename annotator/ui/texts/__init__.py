"""Changing a document's text: what it would do first, then one step; and the tray of what found no place."""
