"""What is proposed for a document, and what a marked text means."""
