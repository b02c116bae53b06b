"""The review: items and decisions of a document, the queue, rules, gold, giving back, assignments, consistency."""
