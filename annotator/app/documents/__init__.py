"""One document at a time: its page and text, its company, its checks, the same text elsewhere, its near-duplicates."""
