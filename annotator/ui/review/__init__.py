"""The review view: items of several layers under one text, the card of the current one, and the queue."""
