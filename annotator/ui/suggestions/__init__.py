"""Suggestions together: accepting all of a kind after a look, and which suggesters are at work."""
