"""What keeps spans and documents company: the list of spans in groups, fields, labels of the document, comments."""
