"""The form beside the article: labels, the selected span, the list of spans."""
